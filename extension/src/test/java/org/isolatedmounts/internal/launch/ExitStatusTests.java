package org.isolatedmounts.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTests {

    @ParameterizedTest
    @CsvSource({
        "0, exit status 0",
        "1, exit status 1",
        "9, exit status 9",
        "-1, exit status -1",
        "128, exit status 128",
        "129, killed by SIGHUP (exit status 129)",
        "130, killed by SIGINT (exit status 130)",
        "134, killed by SIGABRT (exit status 134)",
        "135, killed by SIGBUS (exit status 135)",
        "137, killed by SIGKILL (exit status 137)",
        "139, killed by SIGSEGV (exit status 139)",
        "143, killed by SIGTERM (exit status 143)",
        "159, killed by SIGSYS (exit status 159)",
        "255, exit status 255",
    })
    void namesSignals(int status, String expected) {
        assertThat(ExitStatus.of(status, "").how()).isEqualTo(expected);
    }
}
