package org.isolatedmounts.it.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class StandardInputTestCase {

    @Test
    void isEmpty() throws Exception {
        Gate.of("running").open();
        Gate.of("written").await();

        assertEquals(-1, System.in.read());
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", "! read line")
                        .inheritIO()
                        .start()
                        .waitFor());
        Process child = new ProcessBuilder("cat")
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, child.getInputStream().readAllBytes().length);
    }
}
