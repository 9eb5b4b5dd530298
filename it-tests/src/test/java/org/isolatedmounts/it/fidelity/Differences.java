package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What isolation changes of what a launcher tells: nothing. */
final class Differences {

    private Differences() {}

    static void assertSame(Recording isolated, Recording plain) {
        List<String> told = new ArrayList<>(isolated.withoutOutput());
        List<String> expected = new ArrayList<>(plain.withoutOutput());
        told.removeAll(plain.withoutOutput());
        expected.removeAll(isolated.withoutOutput());
        assertThat(String.join("\n", told)).isEqualTo(String.join("\n", expected));
        assertThat(isolated.inOrder()).isEqualTo(plain.inOrder());
    }
}
