package org.isolatedmounts.internal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a test ended, or a container that failed, aborted or was skipped.
 *
 * @param names display names from the outermost class to the test
 * @param className empty if it is not known
 * @param why the first lines of the failure, or the reason for which it was skipped; may be empty
 * @param fork the number of its fork; absent if it never had one
 */
public record TestLog(
        String id,
        boolean isTest,
        List<String> names,
        String className,
        Status status,
        String why,
        OptionalInt fork,
        long nanos) {

    /** As JUnit has them, and skipped. */
    public enum Status {
        SUCCESSFUL,
        FAILED,
        ABORTED,
        SKIPPED
    }

    /** Without a fork, which whoever tells of a test does not know. */
    public TestLog(String id, boolean isTest, List<String> names, String className, Status status, String why) {
        this(id, isTest, List.copyOf(names), className, status, why, OptionalInt.empty(), -1);
    }

    TestLog in(ForkLog log) {
        return new TestLog(id, isTest, names, className, status, why, OptionalInt.of(log.number()), log.nanosOf(id));
    }

    Map<String, Object> toJson() {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("id", id);
        test.put("test", isTest);
        test.put("names", names);
        test.put("class", className);
        test.put("status", status.name());
        test.put("why", why);
        fork.ifPresent(number -> test.put("fork", number));
        if (nanos >= 0) {
            test.put("nanos", nanos);
        }
        return test;
    }
}
