package org.isolatedmounts.internal.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.mountinfo.MountTable;

/** What happened in one launcher session: its forks and the outcomes of its isolated tests. For all threads. */
public final class RunLog {

    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();
    private final List<ForkLog> forks = new ArrayList<>();
    private final List<TestLog> tests = new ArrayList<>();
    private final Map<String, ForkLog> forkOfNext = new ConcurrentHashMap<>();
    private final Map<String, ForkLog> forkOfFailure = new ConcurrentHashMap<>();

    /** With their numbers; forks of one class have mostly the same layout. */
    private final Map<Map<String, Object>, Integer> pictures = new LinkedHashMap<>();

    private final HostMounts host;

    private RunLog(HostMounts host) {
        this.host = host;
    }

    /**
     * Begins with nothing.
     *
     * @param hostTable read when the first fork has been laid, as that is what its table is compared with
     */
    public static RunLog of(Supplier<MountTable> hostTable) {
        return new RunLog(new HostMounts(hostTable));
    }

    /** A fork has been ordered for what the unique ids name. */
    public synchronized ForkLog ordered(LayoutPlan layout, List<String> ids) {
        ForkLog fork = new ForkLog(forks.size(), System.nanoTime() - startNanos, layout, this);
        forks.add(fork);
        ids.forEach(id -> forkOfNext.put(id, fork));
        return fork;
    }

    /** A test or container begins in a fork; its outcome, when it comes, is of that fork, unless it failed in another. */
    void begun(String id, ForkLog fork) {
        forkOfNext.put(id, fork);
    }

    /**
     * A test or container has failed in a fork, or was aborted. A container may be in several, and the first such outcome
     * is its own.
     */
    void failed(String id, ForkLog fork) {
        forkOfFailure.putIfAbsent(id, fork);
    }

    /** The number of what a fork's mounts look like. */
    synchronized int numberOf(Map<String, Object> picture) {
        return pictures.computeIfAbsent(picture, any -> pictures.size());
    }

    /** A test has its outcome, or a container has one that is not plain success. */
    public void finished(TestLog test) {
        Optional<ForkLog> last = Optional.ofNullable(forkOfNext.remove(test.id()));
        Optional<ForkLog> fork =
                Optional.ofNullable(forkOfFailure.remove(test.id())).or(() -> last);
        synchronized (this) {
            tests.add(fork.map(test::in).orElse(test));
        }
    }

    HostMounts host() {
        return host;
    }

    /** Whether there is anything to look at. */
    public synchronized boolean isEmpty() {
        return tests.isEmpty() && forks.isEmpty();
    }

    /** The unique ids of the tests that have been run. */
    synchronized Set<String> testIds() {
        Set<String> ids = new LinkedHashSet<>();
        tests.stream().filter(TestLog::isTest).map(TestLog::id).forEach(ids::add);
        return ids;
    }

    /** Maven sets the property, whatever directory the tests run in. */
    private static String project() {
        Path name = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getFileName();
        return name == null ? "" : name.toString();
    }

    /** Whether there are mounts of a test that failed; there are none if no fork could be started. */
    public synchronized boolean hasMountsOfFailures() {
        return tests.stream()
                .anyMatch(test ->
                        test.status() == TestLog.Status.FAILED && test.fork().isPresent());
    }

    /** For the page; the script there says what is what. */
    synchronized Map<String, Object> toJson() {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("pid", ProcessHandle.current().pid());
        session.put("java", Runtime.version().toString());
        session.put("project", project());
        session.put("user", System.getProperty("user.name", ""));
        session.put("start", startMillis);
        session.put("nanos", System.nanoTime() - startNanos);
        session.put("host", host.toJson());
        session.put("pictures", List.copyOf(pictures.keySet()));
        session.put("forks", forks.stream().map(ForkLog::toJson).toList());
        session.put("tests", tests.stream().map(TestLog::toJson).toList());
        return session;
    }
}
