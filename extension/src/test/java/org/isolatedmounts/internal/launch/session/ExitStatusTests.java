package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitStatusTests {

    @Test
    void anOrdinaryStatusIsANumber() {
        assertThat(ExitStatus.of(3, "")).isEqualTo(new ExitStatus("exit status 3", ""));
    }

    @Test
    void aSignalHasAName() {
        assertThat(ExitStatus.of(139, " words\n"))
                .isEqualTo(new ExitStatus("killed by SIGSEGV (exit status 139)", "words"));
    }

    @Test
    void anUnknownSignalIsANumber() {
        assertThat(ExitStatus.of(128 + 40, "").how()).isEqualTo("exit status 168");
    }

    @Test
    void unshareThatFailsToDieByTheSignalOfItsChildIsNotQuoted() {
        assertThat(ExitStatus.of(1, "words\nunshare: sigprocmask unblock failed: Invalid argument\n"))
                .isEqualTo(new ExitStatus("killed by SIGKILL (exit status 137)", "words"));
    }

    @Test
    void unshareThatFailsOtherwiseIsQuoted() {
        assertThat(ExitStatus.of(1, "unshare: unshare failed: Operation not permitted\n"))
                .isEqualTo(new ExitStatus("exit status 1", "unshare: unshare failed: Operation not permitted"));
    }
}
