package org.isolatedmounts.internal.fork.failure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the texts that are told at once: each that is too long gets half of what is left, so that something is left for the next. */
public final class Texts {

    private final int most;
    private int left;
    private boolean cut;

    Texts() {
        this(Limits.TEXT, Limits.TEXTS);
    }

    /**
     * Cuts texts.
     *
     * @param most characters of one text
     * @param all characters of all texts
     */
    Texts(int most, int all) {
        this.most = most;
        this.left = all;
    }

    /** One text that is told alone. */
    public static String cutAlone(String text) {
        return new Texts().cut(text);
    }

    public static Map<String, String> cut(Map<String, String> pairs) {
        Texts texts = new Texts();
        Map<String, String> told = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            if (told.size() == Limits.PAIRS) {
                told.put("isolated-mounts", Limits.note(pairs.size() - Limits.PAIRS, pairs.size(), "pairs"));
                break;
            }
            told.put(texts.cut(pair.getKey()), texts.cut(pair.getValue()));
        }
        return told;
    }

    boolean hasCut() {
        return cut;
    }

    @Nullable
    String cutIfPresent(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    public String cut(String text) {
        return cut(text, room());
    }

    /** How long the next text may be. */
    int room() {
        return Math.min(most, left / 2);
    }

    public String cut(String text, int room) {
        if (text.length() <= Math.max(room, Limits.SHORT_TEXT)) {
            left = Math.max(0, left - text.length());
            return text;
        }
        cut = true;
        // the two halves of a character must stay together
        int end = room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
        left -= end;
        return text.substring(0, end) + "... " + Limits.note(text.length() - end, text.length(), "characters");
    }
}
