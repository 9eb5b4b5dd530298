package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.TestAbortedException;
import org.opentest4j.TestSkippedException;

@IsolatedMounts
public class AbortedTestCase {

    @TestFactory
    Stream<DynamicTest> all() {
        return Thrown.byEachMethodOf(this).filter(test -> !test.getDisplayName().equals("abortedBefore"));
    }

    @BeforeEach
    void beforeEach(TestInfo info) {
        assumeTrue(!info.getTags().contains("before"), "in @BeforeEach");
    }

    void assumption() {
        assumeTrue(false, "not today");
    }

    void withoutMessage() {
        abort();
    }

    @Test
    @Tag("before")
    void abortedBefore() {
        throw new AssertionError("aborted");
    }

    void ofAssertJ() {
        Assumptions.assumeThat(1).isEqualTo(2);
    }

    void withCause() {
        throw new TestAbortedException("aborted", new IllegalStateException("cause"));
    }

    void skipped() {
        throw new TestSkippedException("of opentest4j");
    }

    void ownUnserializable() {
        throw new Unserializable(new Object());
    }

    static class Unserializable extends TestAbortedException {

        private final Object[] field;

        Unserializable(Object field) {
            super("own");
            this.field = new Object[] {field};
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " with " + field.length + " field";
        }
    }
}
