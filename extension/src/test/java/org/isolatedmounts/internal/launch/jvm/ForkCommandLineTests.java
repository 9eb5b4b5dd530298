package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkCommandLineTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "/bin", "/conf", "/lib", "/lib/server"})
    void noPartOfTheJdkMayBeHidden(String part) {
        assertThat(ForkCommandLine.keptPaths(List.of(), List.of()))
                .contains(KeptPath.read(System.getProperty("java.home") + part));
    }

    @Test
    void theClassPathMayNotBeHidden() {
        assertThat(ForkCommandLine.keptPaths(List.of(), List.of(Path.of("/srv/classes"))))
                .contains(KeptPath.read("/srv/classes"));
    }
}
