package org.isolatedmounts.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.isolatedmounts.internal.wire.MalformedFrameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCodecTests {

    static Stream<MountPlan> mounts() {
        List<String> options = List.of("noexec", "nosuid");
        Tree made = new Tree.FileSystem("tmpfs", "a source", Map.of("size", "10%", "mode", "1777"));
        return Stream.of(true, false)
                .flatMap(readOnly -> Stream.of(
                        new MountPlan("/data", made, readOnly, options, "here"),
                        new MountPlan(
                                "/a b/é",
                                new Tree.Copy(Source.ofHost("/tmp/\n😀"), true),
                                readOnly,
                                List.of(),
                                "there"),
                        new MountPlan(
                                "/srv",
                                new Tree.Copy(Source.ofLayout("/opt"), false, true, true),
                                readOnly,
                                options,
                                "",
                                "value"),
                        new MountPlan(
                                "/overlay",
                                new Tree.Overlay(
                                        List.of(Source.ofHost("/a:b"), Source.ofLayout("/c")), Map.of("xino", "off")),
                                readOnly,
                                options,
                                "over"),
                        new MountPlan(
                                "/pool",
                                made,
                                readOnly,
                                options,
                                PropagationType.SLAVE_AND_SHARED,
                                false,
                                "shared",
                                "at"),
                        new MountPlan("/etc/absent", new Tree.Absent(), readOnly, options, "absent", "value"),
                        new MountPlan(
                                "/disk",
                                new Tree.Disk(
                                        "ext4",
                                        new DiskContent.Made(
                                                List.of("mkfs", "-q"),
                                                1,
                                                "1777",
                                                Map.of("uid", "0"),
                                                0,
                                                CopiedTree.ofDirectory("/store", Map.of("gid", "1"))),
                                        Map.of()),
                                readOnly,
                                options,
                                "disk"),
                        new MountPlan(
                                "/image",
                                new Tree.Disk("xfs", new DiskContent.Image("/a b", readOnly), Map.of("norecovery", "")),
                                readOnly,
                                options,
                                "image"),
                        new MountPlan("/etc/shadow", new Tree.Mask(true), readOnly, options, "masked", "value"),
                        new MountPlan(
                                "/etc/app",
                                Tree.NewFile.of(new byte[] {0, -1}, "644", Map.of("uid", "0")),
                                readOnly,
                                options,
                                "everywhere")));
    }

    static Stream<SupervisorCommand> commands() {
        return Stream.of(
                start(new LayoutPlan(List.of())),
                start(new LayoutPlan(mounts().toList(), PropagationType.SLAVE)),
                new SupervisorCommand.ArchiveClasses(
                        new JavaCommand("/jdk/bin/java", List.of("-cp", "a b.jar"), "/", Map.of()), null),
                new SupervisorCommand.Kill(Long.MAX_VALUE, true),
                new SupervisorCommand.Kill(1, false),
                new SupervisorCommand.Answer(7, ForkAnswer.GO_ON),
                new SupervisorCommand.Answer(8, ForkAnswer.CANCEL),
                new SupervisorCommand.Taken(9, 1L << 33),
                new SupervisorCommand.Ping());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsArriveAsTheyWereSent(SupervisorCommand command) {
        assertThat(PlanCodec.decode(PlanCodec.encode(command))).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("mounts")
    void mountsArriveAsTheyWereSent(MountPlan mount) {
        SupervisorCommand command = start(new LayoutPlan(List.of(mount)));

        assertThat(PlanCodec.decode(PlanCodec.encode(command))).isEqualTo(command);
    }

    @Test
    void everyKindOfCommandAndOfTreeIsTestedHere() {
        assertThat(commands().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(SupervisorCommand.class.getPermittedSubclasses());
        assertThat(mounts().<Class<?>>map(mount -> mount.tree().getClass()).distinct())
                .containsExactlyInAnyOrder(Tree.class.getPermittedSubclasses());
    }

    @Test
    void runsArriveAsTheyWereSent() {
        TestRun run = new TestRun(
                new ForkTask.Tests(List.of("[engine:junit-jupiter]/[class:B]", "[engine:junit-jupiter]/[class:A]")),
                Map.of("junit.x", "", "junit.y", "a=b\n"),
                Map.of("basedir", "/a b", "", "empty name"));

        assertArrives(new ForkCommand.Run("mnt:[1]", new StreamMark("mark"), run));
    }

    @Test
    void callsOfProvidersArriveToo() {
        TestRun run = new TestRun(
                new ProviderCall("com.example.Pool", "com.example.PoolTest", ProviderCall.NO_METHOD, 1),
                Map.of(),
                Map.of());

        assertArrives(new ForkCommand.Run("mnt:[1]", new StreamMark("mark"), run));
    }

    @ParameterizedTest
    @EnumSource
    void answersArrive(ForkAnswer answer) {
        assertArrives(new ForkCommand.Answer(answer));
    }

    private static void assertArrives(ForkCommand command) {
        assertThat(PlanCodec.decodeForkCommand(PlanCodec.encode(command))).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(bytes = {6, 99, -1})
    void refusesWhatItDoesNotKnow(byte tag) {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> PlanCodec.decode(new byte[] {tag}))
                .withMessage("expected one of " + SupervisorCommand.class.getPermittedSubclasses().length
                        + " kinds of SupervisorCommand, found number " + (tag & 0xff));
    }

    private static SupervisorCommand start(LayoutPlan layout) {
        JavaCommand java = new JavaCommand(
                "/jdk/bin/java", List.of("-Dx=\"\\\n", "", "Main"), "/work dir", Map.of("_JAVA_OPTIONS", "-Dx"));
        TestRun run =
                new TestRun(new ForkTask.Tests(List.of("[engine:junit-jupiter]")), Map.of("a", "b"), Map.of("c", "d"));
        return new SupervisorCommand.StartFork(
                42, java, layout, List.of(KeptPath.read("/z"), KeptPath.written("/a")), run);
    }
}
