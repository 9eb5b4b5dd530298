package org.isolatedmounts.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTests {

    private static final byte THERE = 1;
    private static final byte UNICODE = 1;

    sealed interface Shown {}

    sealed interface Large extends Shown {}

    record Tree(Shade shade, List<Tree> below) implements Large {}

    record Word(String text, @Nullable String comment) implements Shown {}

    record Positive(int value) implements Large {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    record Bytes(byte[] bytes) implements Shown {}

    record Entries(Map<String, String> entries) implements Shown {}

    enum Shade {
        LIGHT,
        DARK
    }

    record Stack(List<StackTraceElement> frames) {}

    record Foreign(URI uri) {}

    private static final Codec<Shown> CODEC = Codec.of(Shown.class);
    private static final Codec<Word> WORDS = Codec.of(Word.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two\nlines\r\n",
                "\0",
                "äöü ß",
                "日本",
                "😀 and 𝄞",
                "\uFFFD",
                "e\u0301",
                "abcd\udc00\ud83d\ud83d\ude00"
            })
    void texts(String text) {
        Word word = new Word(text, null);

        assertThat(WORDS.decode(WORDS.encode(word))).isEqualTo(word);
    }

    @Test
    void largeTexts() {
        Word word = new Word("😀".repeat(1_000_000), "\ud83d".repeat(1_000_000));

        assertThat(WORDS.decode(WORDS.encode(word))).isEqualTo(word);
    }

    @Test
    void stackTracesAsTheyAreFound() {
        Codec<Stack> codec = Codec.of(Stack.class);
        Stack stack = new Stack(List.of(new Throwable().getStackTrace()));

        assertThat(stack.frames()).isNotEmpty();
        assertThat(codec.decode(codec.encode(stack))).isEqualTo(stack);
    }

    @Test
    void stackTraceElementsWithAndWithoutEverything() {
        Codec<Stack> codec = Codec.of(Stack.class);
        Stack stack = new Stack(List.of(
                new StackTraceElement("app", "java.base", "17.0.1", "java.lang.Thread", "run", "Thread.java", 840),
                new StackTraceElement(null, "java.base", null, "java.lang.Thread", "run", null, 0),
                new StackTraceElement("com.example.A", "<init>", "A.kt", Integer.MAX_VALUE),
                new StackTraceElement("com.example.A$$Lambda/0x0", "native", null, -2)));

        assertThat(codec.decode(codec.encode(stack)).frames())
                .isEqualTo(stack.frames())
                .extracting(StackTraceElement::toString)
                .containsExactly(
                        "app/java.base@17.0.1/java.lang.Thread.run(Thread.java:840)",
                        "java.base/java.lang.Thread.run(Unknown Source)",
                        "com.example.A.<init>(A.kt:2147483647)",
                        "com.example.A$$Lambda/0x0.native(Native Method)");
    }

    @Test
    void recordsOfSealedInterfacesWithinAnotherOne() {
        Tree tree = new Tree(Shade.DARK, List.of(new Tree(Shade.LIGHT, List.of())));

        assertThat(CODEC.decode(CODEC.encode(tree))).isEqualTo(tree);
        assertThat(CODEC.typeOf(CODEC.encode(tree))).isEqualTo(Tree.class);
        assertThat(CODEC.typeOf(CODEC.encode(new Word("", null)))).isEqualTo(Word.class);
    }

    @Test
    void theFirstComponentAloneIfItIsOfThatType() {
        byte[] tree = CODEC.encode(new Tree(Shade.DARK, List.of()));

        assertThat(CODEC.leading(Shade.class, Arrays.copyOf(tree, 3))).isEqualTo(Shade.DARK);
        assertThat(CODEC.leading(Shade.class, CODEC.encode(new Word("DARK", null))))
                .isNull();
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, String> entries = new java.util.LinkedHashMap<>();
        Stream.of("z", "", "m", "a").forEach(key -> entries.put(key, key));

        Entries decoded = (Entries) CODEC.decode(CODEC.encode(new Entries(entries)));

        assertThat(decoded.entries()).containsExactlyEntriesOf(entries);
    }

    @Test
    void nothingAtAll() {
        assertMalformed(() -> CODEC.decode(new byte[0]), "expected a kind of Shown, found the end of the frame");
        assertMalformed(() -> CODEC.typeOf(new byte[0]), "expected a kind of Shown, found the end of the frame");
    }

    @Test
    void unknownKindsAndConstants() {
        assertMalformed(() -> CODEC.decode(bytes(5)), "expected one of 5 kinds of Shown, found number 5");
        assertMalformed(() -> CODEC.decode(bytes(-1)), "expected one of 5 kinds of Shown, found number 255");
        assertMalformed(
                () -> CODEC.decode(bytes(kind(new Tree(Shade.DARK, List.of())), THERE, 2)),
                "expected a Shade, of which there are 2 at Tree.shade, found number 2");
    }

    @Test
    void whatMayNotBeAbsent() {
        assertMalformed(() -> WORDS.decode(bytes(0)), "expected a String at Word.text, found none");
        assertMalformed(() -> WORDS.decode(bytes(7)), "expected whether there is one, 0 or 1 at Word.text, found 7");
    }

    @Test
    void lengthsThatAreNotThere() {
        assertMalformed(
                () -> WORDS.decode(bytes(THERE, UNICODE, 0x7f, -1, -1, -1)),
                "expected as many bytes of a text as there can be in 0 bytes at Word.text, found 2147483647");
        assertMalformed(
                () -> CODEC.decode(bytes(kind(new Bytes(new byte[0])), THERE, -1, -1, -1, -1, 1, 2, 3)),
                "expected as many bytes as there can be in 3 bytes at Bytes.bytes, found -1");
        assertMalformed(
                () -> CODEC.decode(bytes(kind(new Positive(1)), 1, 2)),
                "expected an int at Positive.value, found the last 2 bytes of the frame");
    }

    @Test
    void whatIsLeftOver() {
        byte[] content = WORDS.encode(new Word("", null));

        assertMalformed(
                () -> WORDS.decode(Arrays.copyOf(content, content.length + 2)),
                "expected the end of a frame of 9 bytes, found 2 more");
    }

    @Test
    void bytesThatAreNoText() {
        assertMalformed(
                () -> WORDS.decode(bytes(THERE, UNICODE, 0, 0, 0, 1, 0xff)),
                "expected a text in UTF-8 at Word.text, found other bytes");
        assertMalformed(
                () -> WORDS.decode(bytes(THERE, 0, 0, 0, 0, 1, 0xff)),
                "expected two bytes for each character at Word.text, found 1 bytes");
    }

    @Test
    void aKeyThatIsThereTwice() {
        byte[] content = CODEC.encode(new Entries(Map.of("a", "1", "b", "2")));
        for (int i = 0; i < content.length; i++) {
            content[i] = content[i] == 'b' ? (byte) 'a' : content[i];
        }

        assertMalformed(() -> CODEC.decode(content), "expected each key once at Entries.entries, found one twice: a");
    }

    @Test
    void whatTheRecordItselfRefuses() {
        assertMalformed(
                () -> CODEC.decode(bytes(kind(new Positive(1)), 0, 0, 0, 0)),
                "expected the components of a Positive at Positive.value, found some that it refuses:"
                        + " java.lang.IllegalArgumentException: not positive");
    }

    @Test
    void moreWithinEachOtherThanTheStackCanTake() {
        byte[] content = new byte[1 << 20];
        byte[] level = bytes(THERE, 0, THERE, 0, 0, 0, 1);
        content[0] = kind(new Tree(Shade.DARK, List.of()));
        for (int at = 1; at + level.length <= content.length; at += level.length) {
            System.arraycopy(level, 0, content, at, level.length);
        }

        assertMalformed(
                () -> CODEC.decode(content),
                "expected records nested at most 250 deep at Tree.below, found a Tree below");
    }

    @Test
    void aTypeThatNobodyCanWriteIsAMistakeOfOurs() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Codec.of(Foreign.class).encode(new Foreign(URI.create("a:b"))))
                .withMessage("no way is known to write a java.net.URI to a frame");
    }

    private static byte kind(Shown value) {
        return CODEC.encode(value)[0];
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void assertMalformed(ThrowingCallable decoding, String message) {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(decoding)
                .withMessage(message);
    }
}
