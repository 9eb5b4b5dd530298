package org.isolatedmounts.internal.fork.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTests {

    @Test
    void whatIsShortEnoughIsTheSame() {
        String text = "x".repeat(1_000_000);

        assertThat(Texts.cutAlone(text)).isSameAs(text);
        assertThat(Texts.cutAlone("")).isEmpty();
    }

    @Test
    void theNoteSaysHowMuchIsLeftOut() {
        assertThat(new Texts(500, 1_000).cut("x".repeat(40_000)))
                .isEqualTo("x".repeat(500) + "... [isolated-mounts: cut here, 39,500 of 40,000 characters left out]");
    }

    @Test
    void theTwoHalvesOfACharacterStayTogether() {
        assertThat(new Texts(501, 10_000).cut("\uD83D\uDE00".repeat(300)))
                .startsWith("\uD83D\uDE00".repeat(250) + "... [")
                .contains("cut here, 100 of 600 characters");
    }

    @Test
    void allTogetherStayBelowTheirLimit() {
        Texts texts = new Texts();
        int length = 0;
        for (int i = 0; i < 50; i++) {
            length += texts.cut("x".repeat(1_500_000)).length();
        }

        assertThat(length).isBetween(1_900_000, 2_010_000);
    }

    @Test
    void whatIsShorterThanTheNoteIsNeverCut() {
        Texts texts = new Texts(10, 0);

        assertThat(texts.cut("x".repeat(100))).hasSize(100);
        assertThat(texts.cut("x".repeat(101)))
                .isEqualTo("... [isolated-mounts: cut here, 101 of 101 characters left out]");
    }

    @Test
    void pairsAreCutInNumberAndLength() {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < 2_500; i++) {
            pairs.put("key " + i, "x".repeat(3_000));
        }

        Map<String, String> told = Texts.cut(pairs);

        assertThat(told)
                .hasSize(1_001)
                .containsEntry("isolated-mounts", "[isolated-mounts: cut here, 1,500 of 2,500 pairs left out]");
        assertThat(told.values().stream().mapToInt(String::length).sum()).isLessThan(2_100_000);
    }
}
