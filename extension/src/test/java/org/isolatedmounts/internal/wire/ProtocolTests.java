package org.isolatedmounts.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Random;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that the three processes send each other, found by reflection: one that is added is covered by that. */
class ProtocolTests {

    private static final int VALUES = 50;
    private static final int MUTATIONS = 20_000;

    /** Of memory for a byte that came: the smallest part of a failure is a list of nothing, and takes an object. */
    private static final int MOST_PER_BYTE = 40;

    /** Of memory for an error, and for what the JVM does only once. */
    private static final int MOST_AT_ALL = 1 << 20;

    private static final int CUT = 3;

    static Stream<Class<?>> roots() {
        return Generated.PROTOCOL.stream();
    }

    static Stream<Class<?>> records() {
        return roots().flatMap(Generated::records).distinct();
    }

    static Stream<RecordComponent> components() {
        return roots().flatMap(root -> Generated.recordsWithin(root).stream())
                .distinct()
                .flatMap(each -> Stream.of(each.getRecordComponents()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void arrivesAsItWasSent(Class<?> type) {
        Generated generated = new Generated(seed());
        for (int i = 0; i < VALUES; i++) {
            Object value = generated.value(type);
            assertThat(roundTrip(type, value))
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(value);
        }
    }

    private static <T> Object roundTrip(Class<T> type, Object value) {
        Codec<?> root = roots().filter(each -> each.isAssignableFrom(type))
                .map(Codec::of)
                .findFirst()
                .orElseThrow();
        return root.decode(encode(root, value));
    }

    @SuppressWarnings("unchecked")
    private static <T> byte[] encode(Codec<T> codec, Object value) {
        return codec.encode((T) value);
    }

    /** A component with JSpecify's annotation would be refused where it is absent. */
    @ParameterizedTest
    @MethodSource("components")
    void whatMayBeAbsentSaysSoAtRunTime(RecordComponent component) {
        assertThat(component.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class))
                .as("%s has JSpecify's annotation", component)
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("roots")
    void whateverComesIsAValueOrMalformedAndTakesLittleMemory(Class<?> root) {
        long seed = seed();
        Codec<?> codec = Codec.of(root);
        Random random = new Random(seed);
        Generated generated = new Generated(seed);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] content = mutated(encode(codec, generated.value(root)), random);
            long before = threads.getCurrentThreadAllocatedBytes();
            refused += isRefused(codec, content) ? 1 : 0;
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("memory for %d bytes, mutation %d of seed %d", content.length, i, seed)
                    .isLessThan(MOST_AT_ALL + (long) MOST_PER_BYTE * content.length);
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 10);
    }

    private static boolean isRefused(Codec<?> codec, byte[] content) {
        try {
            codec.decode(content);
            return false;
        } catch (MalformedFrameException e) {
            assertThat(e).hasMessageStartingWith("expected ").hasMessageContaining(", found ");
            return true;
        }
    }

    private static byte[] mutated(byte[] content, Random random) {
        int kind = random.nextInt(CUT + 1);
        if (kind == CUT || content.length == 0) {
            return Arrays.copyOf(content, random.nextInt(content.length + 8));
        }
        int at = random.nextInt(content.length);
        if (kind == 0) {
            content[at] ^= (byte) (1 << random.nextInt(8));
        } else if (kind == 1) {
            // a length, if one is there: huge or negative
            byte[] bomb = random.nextBoolean() ? new byte[] {0x7f, -1, -1, -1} : new byte[] {-1, -1, -1, -1};
            System.arraycopy(bomb, 0, content, at, Math.min(bomb.length, content.length - at));
        } else {
            byte[] noise = new byte[random.nextInt(content.length - at) + 1];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, content, at, noise.length);
        }
        return content;
    }

    @Test
    void theProtocolHasPartsAtAll() {
        assertThat(records()).hasSizeGreaterThan(20);
        assertThat(components()).hasSizeGreaterThan(60);
    }

    private static long seed() {
        long seed = Long.getLong("isolatedmounts.seed", System.nanoTime());
        Logger.getLogger(ProtocolTests.class.getName()).info(() -> "-Disolatedmounts.seed=" + seed);
        return seed;
    }
}
