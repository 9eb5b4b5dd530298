package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Tables that nobody wrote. {@code -Dfuzz.lines=…} sets how many lines each test reads, {@code
 * -Dfuzz.seed=…} repeats a run.
 */
class MountInfoFuzzTests {

    private static final int LINES = Integer.getInteger("fuzz.lines", 20_000);
    private static final int LINES_OF_A_TABLE = 8;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void logSeed(TestReporter reporter) {
        reporter.publishEntry("fuzz.seed", Long.toString(seed));
    }

    @Test
    void whatTheKernelCouldWriteComesOutByteForByte() {
        for (int line = 0; line < LINES; line += LINES_OF_A_TABLE) {
            List<MountEntry> mounts =
                    Stream.generate(this::entry).limit(LINES_OF_A_TABLE).toList();
            byte[] bytes = MountInfoBytes.encode(
                    String.join("\n", mounts.stream().map(MountEntry::toString).toList()) + "\n");

            MountTable table = MountTable.parse(bytes);

            if (!table.mounts().equals(mounts) || !Arrays.equals(table.toBytes(), bytes)) {
                assertThat(table.mounts()).as(seedAnd(bytes)).isEqualTo(mounts);
                assertThat(table.toBytes()).as(seedAnd(bytes)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void anythingIsATableThatSurvivesWritingOrIsRefusedWithItsPlace() {
        int[] tables = new int[2];
        byte[][] templates = Stream.of("ubuntu", "docker", "virtual-machine", "wsl")
                .map(name -> Fixtures.bytes(name + ".mountinfo"))
                .toArray(byte[][]::new);
        for (int line = 0; line < LINES; line += LINES_OF_A_TABLE) {
            byte[] bytes = mutated(someLines(templates[random.nextInt(templates.length)]));
            boolean parsed = refusedOnlyWithAPlace(bytes, () -> {
                MountTable table = MountTable.parse(bytes);
                if (!MountTable.parse(table.toBytes()).equals(table)) {
                    assertThat(MountTable.parse(table.toBytes()))
                            .as(seedAnd(bytes))
                            .isEqualTo(table);
                }
                ask(table);
            });
            tables[parsed ? 1 : 0]++;
        }
        assertThat(tables).as("refused, parsed; seed %d", seed).doesNotContain(0);
    }

    private static void ask(MountTable table) {
        MountTree tree = table.toTree();
        assertThat(tree.toString().lines().count())
                .isEqualTo(tree.mounts().size())
                .isEqualTo(table.mounts().size());
        assertThat(table.changesSince(table).isEmpty()).isTrue();
        assertThat(table.visible()).allMatch(mount -> table.mounts().contains(mount));
        assertThat(table.toPropagationGraph().toSvg()).endsWith("</svg>\n");
    }

    @Test
    void anythingIsMountsOrIsRefusedWithItsPlace() {
        byte[] template =
                "/dev/vda / ext4 rw,discard 0 0\n /a\\040b tmpfs rw 0 0\nx /y z w,v=\\054 1 2\n".getBytes(ISO_8859_1);
        mutate(template, bytes -> MountsEntry.parse(bytes));
    }

    @Test
    void anythingIsStatisticsOrIsRefusedWithItsPlace() {
        mutate(Fixtures.bytes("nfs.mountstats"), bytes -> MountStatsEntry.parse(bytes));
    }

    private void mutate(byte[] template, Consumer<byte[]> parser) {
        for (int line = 0; line < LINES; line += LINES_OF_A_TABLE) {
            byte[] bytes = mutated(template);
            refusedOnlyWithAPlace(bytes, () -> parser.accept(bytes));
        }
    }

    private boolean refusedOnlyWithAPlace(byte[] bytes, Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (MalformedMountInfoException e) {
            String[] lines = MountInfoBytes.decode(bytes).split("\n", -1);
            if (e.line() < 1
                    || e.line() > lines.length
                    || e.column() < 1
                    || e.column() > lines[e.line() - 1].length() + 1) {
                throw new AssertionError(seedAnd(bytes), e);
            }
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seedAnd(bytes), e);
        }
    }

    private String seedAnd(byte[] bytes) {
        return "seed " + seed + ", bytes " + Arrays.toString(bytes) + ", " + new String(bytes, ISO_8859_1);
    }

    private MountEntry entry() {
        return new MountEntry(
                number(),
                number(),
                new DeviceNumber(number(), number()),
                "/" + text(""),
                "/" + text(""),
                options(),
                propagation(),
                "t" + text(""),
                text(""),
                options());
    }

    private int number() {
        return random.nextInt() & (-1 >>> (random.nextInt(31) + 1));
    }

    private List<String> options() {
        return Stream.generate(() -> "o" + text("")).limit(random.nextInt(5)).toList();
    }

    private MountPropagation propagation() {
        return new MountPropagation(
                group(),
                group(),
                group(),
                random.nextBoolean(),
                Stream.generate(() -> "later:" + text(" \n"))
                        .limit(random.nextInt(3))
                        .toList());
    }

    private OptionalInt group() {
        return random.nextBoolean() ? OptionalInt.of(number()) : OptionalInt.empty();
    }

    /** Any bytes but NUL, most of them ASCII. */
    private String text(String without) {
        byte[] bytes = new byte[random.nextInt(24)];
        for (int i = 0; i < bytes.length; i++) {
            do {
                bytes[i] = (byte) (1 + random.nextInt(random.nextBoolean() ? 127 : 255));
            } while (without.indexOf(bytes[i]) >= 0);
        }
        return MountInfoBytes.decode(bytes);
    }

    private byte[] someLines(byte[] table) {
        List<String> lines = new String(table, ISO_8859_1).lines().toList();
        StringBuilder some = new StringBuilder();
        IntStream.range(0, LINES_OF_A_TABLE)
                .forEach(i ->
                        some.append(lines.get(random.nextInt(lines.size()))).append('\n'));
        return some.toString().getBytes(ISO_8859_1);
    }

    private byte[] mutated(byte[] original) {
        List<Byte> bytes = new ArrayList<>();
        for (byte value : original) {
            bytes.add(value);
        }
        for (int i = random.nextInt(6); i > 0 && !bytes.isEmpty(); i--) {
            int place = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(place, (byte) random.nextInt());
                case 1 -> bytes.remove(place);
                case 2 -> bytes.add(place, (byte) " \\-:,\n\t0178#".charAt(random.nextInt(12)));
                case 3 ->
                    bytes.subList(place, Math.min(bytes.size(), place + random.nextInt(20)))
                            .clear();
                default ->
                    bytes.addAll(
                            place,
                            List.copyOf(bytes.subList(place, Math.min(bytes.size(), place + random.nextInt(20)))));
            }
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }
}
