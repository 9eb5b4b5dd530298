package org.isolatedmounts.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 14, 127})
    void tags(int tag) {
        assertThat(new WireInput(new WireOutput().tag(tag).toByteArray()).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void flags(boolean flag) {
        assertThat(new WireInput(new WireOutput().flag(flag).toByteArray()).flag())
                .isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1, Integer.MAX_VALUE + 1L, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbers(long number) {
        assertThat(new WireInput(new WireOutput().number(number).toByteArray()).number())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "plain", "two\nlines\r\n", "\0", "äöü ß", "日本", "😀 and 𝄞", "\uFFFD", "e\u0301"})
    void texts(String text) {
        assertThat(new WireInput(new WireOutput().text(text).toByteArray()).text())
                .isEqualTo(text);
    }

    @Test
    void halvesOfSurrogatePairs() {
        String text = "abcd\udc00\ud83d and \ud83d\ude00";

        assertThat(new WireInput(new WireOutput().text(text).toByteArray()).text())
                .isEqualTo(text);
    }

    @Test
    void largeTexts() {
        String text = "😀".repeat(1_000_000);

        assertThat(new WireInput(new WireOutput().text(text).toByteArray()).text())
                .isEqualTo(text);
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        WireInput in = new WireInput(
                new WireOutput().bytes(all).bytes(new byte[0]).bytes(all).toByteArray());

        assertThat(in.bytes()).isEqualTo(all);
        assertThat(in.bytes()).isEmpty();
        assertThat(in.bytes()).isEqualTo(all);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "there"})
    void optionals(@Nullable String value) {
        WireInput in = new WireInput(
                new WireOutput().optional(value, WireOutput::text).text("next").toByteArray());

        assertThat((Object) in.optional(WireInput::text)).isEqualTo(value);
        assertThat(in.text()).isEqualTo("next");
    }

    @Test
    void listsKeepTheirOrderAndRepetitions() {
        WireInput in = new WireInput(new WireOutput()
                .list(List.of("b", "", "a", "b"), WireOutput::text)
                .list(List.<String>of(), WireOutput::text)
                .text("next")
                .toByteArray());

        assertThat(in.list(WireInput::text)).containsExactly("b", "", "a", "b");
        assertThat(in.list(WireInput::text)).isEmpty();
        assertThat(in.text()).isEqualTo("next");
    }

    @Test
    void mapsKeepTheirOrder() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("z", "1");
        map.put("", "2");
        map.put("a", "");

        WireInput in = new WireInput(
                new WireOutput().map(map).map(Map.of()).text("next").toByteArray());

        assertThat(in.map()).containsExactlyEntriesOf(map);
        assertThat(in.map()).isEmpty();
        assertThat(in.text()).isEqualTo("next");
    }

    @Test
    void whatWasCutOffIsAnError() {
        byte[] whole = new WireOutput().text("text").toByteArray();
        WireInput cut = new WireInput(Arrays.copyOf(whole, whole.length - 1));

        assertThatExceptionOfType(BufferUnderflowException.class).isThrownBy(cut::text);
    }
}
