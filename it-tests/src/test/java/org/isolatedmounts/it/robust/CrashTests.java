package org.isolatedmounts.it.robust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forks whose JVM comes to grief; that no file is left of it, the scenario itself asserts. */
class CrashTests {

    @Test
    void outOfMemory() throws IOException, InterruptedException {
        assertThat(Scenario.play(Crashes.OutOfMemory.class, List.of("-Xmx48m"), Map.of())
                        .failsWithOurs())
                .isEqualTo("@IsolatedMounts: the engine in the forked JVM gave up:"
                        + " java.lang.OutOfMemoryError: Java heap space");
    }

    /** Without isolation no other test would be told of either. */
    @Test
    void exceptionThatJUnitCannotTellOf() throws IOException, InterruptedException {
        assertThat(Scenario.play(Crashes.HasNoHash.class).failsWithOurs())
                .startsWith("@IsolatedMounts: the engine in the forked JVM gave up: ")
                .contains("no hash");
    }

    @Test
    void nativeCrash() throws IOException, InterruptedException {
        assertThat(Scenario.play(Crashes.Native.class).failsWithOurs())
                .startsWith(
                        "@IsolatedMounts: the forked JVM ended: killed by SIGABRT (exit status 134), before its tests"
                                + " were finished. The end of its output:\n"
                                + "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb) at")
                .contains(
                        "# Problematic frame:", "Unsafe_PutLong", "Current thread", "Crashes$Native.writesToNowhere()")
                .doesNotContain("hs_err");
    }

    @Test
    void deadline() throws IOException, InterruptedException {
        assertThat(Scenario.play(Crashes.Hangs.class, List.of(), Map.of("isolatedmounts.timeout", "8s"))
                        .failsWithOurs())
                .startsWith("@IsolatedMounts: the forked JVM was killed because it took longer than the deadline of 8 s"
                        + " (configuration parameter `isolatedmounts.timeout`), before its tests were finished."
                        + " The end of its output:\nabout to hang\n")
                .contains("Full thread dump", "\"main\"", "at org.isolatedmounts.it.robust.Crashes$Hangs.hangs(");
    }
}
