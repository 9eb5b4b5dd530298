package org.isolatedmounts.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.Failure.Description;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.isolatedmounts.internal.event.ForkEvent.NodeDescription;
import org.isolatedmounts.internal.event.ForkEvent.Outcome;
import org.isolatedmounts.internal.event.ForkEvent.Status;
import org.isolatedmounts.internal.event.ForkEventCodec.Notable;
import org.isolatedmounts.internal.wire.MalformedFrameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForkEventCodecTests {

    private static final String ID = "[engine:junit-jupiter]/[class:é]/[test-template:a(int)]/[invocation:#1]";
    private static final Failure FAILURE = new Failure(
            new byte[] {1, 2, 3},
            new Description(
                    Kind.ASSERTION,
                    "com.example.Wrong",
                    "Wrong",
                    null,
                    "expected: 😀",
                    List.of(),
                    null,
                    List.of(),
                    null,
                    null,
                    List.of()));

    static Stream<ForkEvent> events() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("z", "first");
        entries.put("", "");
        return Stream.of(
                new ForkEvent.SupervisorReady("mnt:[4026531841]", true),
                new ForkEvent.SupervisorReady("mnt:[4026531841]", false),
                new ForkEvent.Warning("careful"),
                new ForkEvent.Connected(2, "mnt:[1]", ""),
                new ForkEvent.Laid(
                        "mnt:[4026532000]",
                        "1 0 0:1 / / rw - rootfs rootfs rw\n",
                        Map.of("/var/run", "/run"),
                        List.of("mkdir /a", "mount /a")),
                new ForkEvent.NotLaid("no such file"),
                new ForkEvent.Broken("no such event"),
                new ForkEvent.Failing(ID),
                new ForkEvent.Examined(
                        ID,
                        Reading.of("1 0 0:1 / / rw - rootfs rootfs rw\n"),
                        Reading.unknown("the fork has ended"),
                        List.of(
                                new MountUsage("/é", 1 << 20, 4096, 0, 8, 7, ""),
                                MountUsage.unknown("/b", "fstatfs(7): EIO"))),
                new ForkEvent.Started(ID),
                new ForkEvent.Skipped(ID, ""),
                new ForkEvent.Finished(ID, new Outcome(Status.SUCCESSFUL, null)),
                new ForkEvent.Finished(ID, new Outcome(Status.ABORTED, FAILURE)),
                new ForkEvent.Finished(ID, new Outcome(Status.FAILED, FAILURE)),
                new ForkEvent.DynamicallyRegistered(
                        new NodeDescription(ID, "[engine:junit-jupiter]", "[1] x", "a(int)[1]", "TEST", new byte[0])),
                new ForkEvent.DynamicallyRegistered(new NodeDescription(
                        ID, "[engine:junit-jupiter]", "", "", "CONTAINER_AND_TEST", new byte[] {-1, 0})),
                new ForkEvent.EntryReported(ID, LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_456_789), entries),
                new ForkEvent.EntryReported(ID, LocalDateTime.of(2024, 1, 1, 0, 0), Map.of()),
                new ForkEvent.Text(ForkEvent.Stream.ERR, "naïve 😀\n"),
                new ForkEvent.Output(ForkEvent.Stream.OUT, new byte[] {'a', '\n', -128}),
                new ForkEvent.Output(ForkEvent.Stream.ERR, new byte[0]),
                new ForkEvent.FileContent("a/é", true, new byte[] {0, -1}),
                new ForkEvent.FilePublished(ID, "a/é", false, "text/plain"),
                new ForkEvent.FilePublished(ID, "a", true, null),
                new ForkEvent.EngineFailed(FAILURE),
                new ForkEvent.Ended(),
                new ForkEvent.TestTimed(ID, 123_456_789_012L),
                new ForkEvent.ForkTimed(1, 2, 3_000_000_000L, 4),
                new ForkEvent.Asking(),
                new ForkEvent.Reached("[engine:e]/[class:c]"),
                new ForkEvent.Pong(),
                new ForkEvent.ShuttingDown(),
                new ForkEvent.Exited(0),
                new ForkEvent.Exited(-1),
                new ForkEvent.Exited(137));
    }

    @ParameterizedTest
    @MethodSource("events")
    void arrivesAsItWasSent(ForkEvent event) {
        assertThat(ForkEventCodec.decode(ForkEventCodec.encode(event)))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(event);
    }

    @Test
    void whatTheSupervisorHasToNoticeIsSeenWithoutDecoding() {
        assertThat(events().map(event -> ForkEventCodec.notable(ForkEventCodec.encode(event)))
                        .filter(notable -> notable != Notable.NOTHING))
                .containsExactly(Notable.FAILING, Notable.ENGINE_FAILED, Notable.ENDED, Notable.SHUTTING_DOWN);
    }

    @Test
    void entriesKeepTheirOrder() {
        Map<String, String> entries = new LinkedHashMap<>();
        Stream.of("z", "a", "m").forEach(key -> entries.put(key, key));

        ForkEvent decoded = ForkEventCodec.decode(
                ForkEventCodec.encode(new ForkEvent.EntryReported(ID, LocalDateTime.MIN, entries)));

        assertThat(((ForkEvent.EntryReported) decoded).keyValuePairs()).containsExactlyEntriesOf(entries);
    }

    @Test
    void whatOnlyTheSupervisorMayTell() {
        assertThat(events().filter(event -> !ForkEventCodec.isOfFork(ForkEventCodec.encode(event)))
                        .map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrder(ForkEvent.OfSupervisor.class.getPermittedSubclasses());
    }

    @Test
    void whatIsPrintedIsMarkedInItsOwnStreamAndAllElseInBoth() {
        byte[] text = ForkEventCodec.encode(new ForkEvent.Text(ForkEvent.Stream.ERR, "e"));
        byte[] output = ForkEventCodec.encode(new ForkEvent.Output(ForkEvent.Stream.OUT, new byte[1]));

        assertThat(ForkEventCodec.markedIn(text)).containsExactly(ForkEvent.Stream.ERR);
        assertThat(ForkEventCodec.markedIn(output)).containsExactly(ForkEvent.Stream.OUT);
        assertThat(ForkEventCodec.markedIn(ForkEventCodec.encode(new ForkEvent.Ended())))
                .containsExactlyInAnyOrder(ForkEvent.Stream.values());
    }

    static Stream<Consumer<byte[]>> looks() {
        return Stream.of(
                ForkEventCodec::decode, ForkEventCodec::isOfFork, ForkEventCodec::notable, ForkEventCodec::markedIn);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void refusesWhatIsNoEvent(Consumer<byte[]> look) {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> look.accept(new byte[0]))
                .withMessage("expected a kind of ForkEvent, found the end of the frame");
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> look.accept(new byte[] {99}))
                .withMessageMatching("expected one of \\d+ kinds of ForkEvent, found number 99");
    }
}
