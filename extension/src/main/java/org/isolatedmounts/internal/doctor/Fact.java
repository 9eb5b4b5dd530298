package org.isolatedmounts.internal.doctor;

import java.util.List;

/**
 * Something that was read or run.
 *
 * @param key its name for scripts
 * @param title its name for people
 */
record Fact(String key, String title, List<String> lines) {

    static Fact of(String key, String title, String... lines) {
        return new Fact(key, title, List.of(lines));
    }
}
