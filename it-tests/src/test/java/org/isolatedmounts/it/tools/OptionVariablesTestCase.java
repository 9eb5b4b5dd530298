package org.isolatedmounts.it.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class OptionVariablesTestCase {

    @Test
    void areHereOnce() throws IOException {
        assertThat(TinyAgent.STARTS).containsExactly("of a variable");
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .containsOnlyOnce("-Dit.tool=1", "-Dit.launcher=2 3", "-Dit.last=4");
        assertThat(System.getenv("JAVA_TOOL_OPTIONS")).endsWith(" -Dit.tool=1");
        assertThat(said("sh", "-c", "echo \"$JDK_JAVA_OPTIONS $_JAVA_OPTIONS\""))
                .isEqualTo("'-Dit.launcher=2 3' -Dit.last=4\n");
    }

    private static String said(String... command) throws IOException {
        return new String(new ProcessBuilder(command).start().getInputStream().readAllBytes(), UTF_8);
    }
}
