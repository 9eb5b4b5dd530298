package org.isolatedmounts.internal.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTailTests {

    private static final int LIMIT = 4096;

    private final OutputTail tail = new OutputTail();

    @Test
    void isEmptyAtFirst() {
        assertThat(tail.text()).isEmpty();
    }

    @Test
    void joinsWhatWasAppended() {
        tail.append("one ");
        tail.append(new byte[0], 0);
        tail.append("two");

        assertThat(tail.text()).isEqualTo("one two");
    }

    @Test
    void takesOfABufferOnlyWhatIsInUse() {
        tail.append("used, left over".getBytes(US_ASCII), 4);

        assertThat(tail.text()).isEqualTo("used");
    }

    @Test
    void keepsExactlyTheLimit() {
        String full = "a" + "b".repeat(LIMIT - 1);
        tail.append(full);
        assertThat(tail.text()).isEqualTo(full);

        tail.append("c");
        assertThat(tail.text()).isEqualTo("b".repeat(LIMIT - 1) + "c");
    }

    @Test
    void keepsTheEndOfWhatIsLargerThanTheLimit() {
        tail.append("before");
        tail.append("x".repeat(10_000) + "y".repeat(LIMIT));
        assertThat(tail.text()).isEqualTo("y".repeat(LIMIT));

        tail.append(("x".repeat(5_000) + "z".repeat(LIMIT) + "unused").getBytes(US_ASCII), 5_000 + LIMIT);
        assertThat(tail.text()).isEqualTo("z".repeat(LIMIT));
    }

    @Test
    void manySmallPiecesPushTheFirstOut() {
        for (int i = 0; i < 3_000; i++) {
            tail.append("%04d".formatted(i));
        }

        assertThat(tail.text()).hasSize(LIMIT).startsWith("1976").endsWith("29982999");
    }
}
