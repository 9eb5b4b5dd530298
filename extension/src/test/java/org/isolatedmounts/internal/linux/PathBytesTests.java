package org.isolatedmounts.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PathBytesTests {

    private static String decode(byte[] bytes) {
        return PathBytes.decode(bytes, 0, bytes.length);
    }

    private static byte[] encode(String text) {
        byte[] bytes = PathBytes.encode(text);
        assertThat(bytes[bytes.length - 1]).isZero();
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    @Test
    void textIsUtf8() {
        String text = "/a b\tc\n\\\"'äöü漢\uD83D\uDE00";

        assertThat(encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void bytesThatAreNoTextBecomeUnpairedSurrogates() {
        assertThat(decode(new byte[] {'a', (byte) 0xe9, 'b', (byte) 0xff})).isEqualTo("a\udce9b\udcff");
    }

    @RepeatedTest(50)
    void anyBytesSurviveARoundTrip(RepetitionInfo repetition) {
        byte[] bytes = new byte[repetition.getCurrentRepetition()];
        new Random(repetition.getCurrentRepetition()).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? -1 : bytes[i];
        }

        assertThat(encode(decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void nulIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PathBytes.encode("/a\0b"));
    }
}
