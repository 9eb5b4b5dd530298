package org.isolatedmounts.internal.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

class RunLogTests {

    private static final String TABLE = "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n";
    private static final ForkEvent LAID = new ForkEvent.Laid("mnt:[1]", TABLE, Map.of(), List.of());

    private final RunLog log = RunLog.of(() -> MountTable.parse(TABLE));

    @Test
    void aTestHasTheTimesOfItsFork() {
        ForkLog fork = order("[a]");
        fork.accept(LAID);
        fork.accept(new ForkEvent.Started("[a]"));
        fork.accept(new ForkEvent.TestTimed("[a]", 42));
        finish("[a]", TestLog.Status.SUCCESSFUL);
        fork.accept(new ForkEvent.ForkTimed(1, 2, 3, 4));

        assertThat(tests())
                .singleElement()
                .satisfies(test -> assertThat(test)
                        .containsEntry("id", "[a]")
                        .containsEntry("status", "SUCCESSFUL")
                        .containsEntry("fork", 0)
                        .containsEntry("nanos", 42L));
        assertThat(forks())
                .singleElement()
                .satisfies(each -> assertThat(each)
                        .containsEntry("times", List.of(1L, 2L, 3L, 4L))
                        .containsEntry("namespace", "mnt:[1]")
                        .containsEntry("tests", 1)
                        .containsEntry("picture", 0));
    }

    @Test
    void aTestWhoseForkDiedBeforeItBeganIsOfThatFork() {
        order("[a]");
        finish("[a]", TestLog.Status.FAILED);

        assertThat(tests())
                .singleElement()
                .satisfies(test -> assertThat(test).containsEntry("fork", 0).doesNotContainKey("nanos"));
        assertThat(forks()).singleElement().satisfies(fork -> assertThat(fork).doesNotContainKeys("times", "picture"));
    }

    @Test
    void aTestThatWasRefusedHasNoFork() {
        assertThat(log.isEmpty()).isTrue();

        finish("[a]", TestLog.Status.FAILED);

        assertThat(log.isEmpty()).isFalse();
        assertThat(tests()).singleElement().satisfies(test -> assertThat(test).doesNotContainKey("fork"));
    }

    @Test
    void aSecondAttemptIsOfItsOwnFork() {
        order("[a]");
        finish("[a]", TestLog.Status.FAILED);
        order("[a]");
        finish("[a]", TestLog.Status.SUCCESSFUL);

        assertThat(tests()).extracting(test -> test.get("fork")).containsExactly(0, 1);
        assertThat(log.testIds()).containsExactly("[a]");
    }

    @Test
    void aContainerIsOfTheForkInWhichItFailedFirst() {
        ForkLog fine = order("[c]/[a]");
        fine.accept(new ForkEvent.Started("[c]"));
        fine.accept(finishedInFork("[c]", ForkEvent.Status.SUCCESSFUL));
        for (String test : List.of("[c]/[b]", "[c]/[d]")) {
            ForkLog failing = order(test);
            failing.accept(new ForkEvent.Started("[c]"));
            failing.accept(finishedInFork("[c]", ForkEvent.Status.FAILED));
        }
        ForkLog last = order("[c]/[e]");
        last.accept(new ForkEvent.Started("[c]"));
        last.accept(finishedInFork("[c]", ForkEvent.Status.SUCCESSFUL));
        log.finished(new TestLog("[c]", false, List.of("Class"), "Class", TestLog.Status.FAILED, ""));

        assertThat(tests()).singleElement().satisfies(test -> assertThat(test).containsEntry("fork", 1));
    }

    private static ForkEvent finishedInFork(String id, ForkEvent.Status status) {
        return new ForkEvent.Finished(id, new ForkEvent.Outcome(status, null));
    }

    @Test
    void forksWithTheSameLayoutShareItsPicture() {
        order("[a]").accept(LAID);
        order("[b]").accept(LAID);
        order("[c]")
                .accept(new ForkEvent.Laid("mnt:[2]", TABLE + "2 1 0:9 / /x rw - tmpfs t rw\n", Map.of(), List.of()));

        assertThat(forks()).extracting(fork -> fork.get("picture")).containsExactly(0, 0, 1);
        assertThat((List<?>) log.toJson().get("pictures")).hasSize(2);
    }

    @Test
    void aPictureSaysWhereItsMountsAreDeclaredAndHowTheyAreLaid() {
        String table = TABLE + "2 1 0:9 / /x rw - tmpfs t rw\n";
        ForkEvent laid = new ForkEvent.Laid("mnt:[1]", table, Map.of(), List.of("mount /x"));
        log.ordered(tmpfs("on class A"), List.of("[a]")).accept(laid);
        log.ordered(tmpfs("on class B"), List.of("[b]")).accept(laid);
        log.ordered(tmpfs("on class A"), List.of("[c]"))
                .accept(new ForkEvent.Laid("mnt:[3]", table, Map.of(), List.of("mount /x", "mount -o remount /x")));
        log.ordered(tmpfs("on class A"), List.of("[d]")).accept(laid);

        assertThat(forks()).extracting(fork -> fork.get("picture")).containsExactly(0, 1, 2, 0);
        assertThat((List<?>) log.toJson().get("pictures")).hasSize(3);
    }

    private static LayoutPlan tmpfs(String declaredBy) {
        return new LayoutPlan(List.of(
                new MountPlan("/x", new Tree.FileSystem("tmpfs", "tmpfs", Map.of()), false, List.of(), declaredBy)));
    }

    private ForkLog order(String id) {
        return log.ordered(new LayoutPlan(List.of()), List.of(id));
    }

    private void finish(String id, TestLog.Status status) {
        log.finished(new TestLog(id, true, List.of("Class", id), "Class", status, ""));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> tests() {
        return (List<Map<String, Object>>) requireNonNull(log.toJson().get("tests"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> forks() {
        return (List<Map<String, Object>>) requireNonNull(log.toJson().get("forks"));
    }
}
