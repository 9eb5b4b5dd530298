package org.isolatedmounts.internal.supervisor.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.plan.StreamMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkScannerTests {

    private static final String MARK = "\0abc";

    private final List<String> seen = new ArrayList<>();
    private final MarkScanner scanner = new MarkScanner(
            new StreamMark("abc"), bytes -> seen.add(new String(bytes, ISO_8859_1)), () -> seen.add("|"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 100})
    void findsMarksInPiecesOfAnySize(int size) {
        String stream = MARK + "one" + MARK + MARK + "\0a\0\0ab two \u00e9" + MARK + "\0abx";

        pieces(stream, size);
        scanner.end();

        assertThat(String.join("", seen)).isEqualTo("|one||\0a\0\0ab two \u00e9|\0abx");
    }

    @Test
    void holdsNothingBackButWhatMayBeAMark() {
        pieces("text\0ab", 100);
        assertThat(seen).containsExactly("text");

        pieces("c", 100);
        assertThat(seen).containsExactly("text", "|");
    }

    @Test
    void theBeginningOfAMarkAtTheEndIsNoMark() {
        pieces("\0ab", 100);
        assertThat(seen).isEmpty();

        scanner.end();
        assertThat(seen).containsExactly("\0ab");
    }

    private void pieces(String stream, int size) {
        for (int from = 0; from < stream.length(); from += size) {
            String piece = stream.substring(from, Math.min(stream.length(), from + size));
            scanner.accept(piece.getBytes(ISO_8859_1), piece.length());
        }
    }
}
