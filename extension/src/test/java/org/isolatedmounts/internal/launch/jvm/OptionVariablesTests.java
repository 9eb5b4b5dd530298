package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionVariablesTests {

    @Test
    void areKeptAndTheirOptionsAreGivenOnce() {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-Da=1 '-Db=2 3'",
                "JDK_JAVA_OPTIONS", "--add-opens x/y=z -cp /elsewhere",
                "_JAVA_OPTIONS", "-Dd=5");
        List<String> options =
                List.of("-XX:TieredStopAtLevel=1", "-Da=1", "-Db=2 3", "--add-opens=x/y=z", "-Dc=4", "-Dd=5", "-Dz");

        assertThat(OptionVariables.of(environment, options))
                .isEqualTo(new OptionVariables(environment, List.of("-XX:TieredStopAtLevel=1", "-Dc=4", "-Dz")));
    }

    @Test
    void isNotKeptWithAnOptionThatForksDoNotInherit() {
        List<String> host = List.of("-agentlib:jdwp=transport=dt_socket", "-Da=1");
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", String.join(" ", host));
        List<String> inherited = JvmOptions.build(host, false);

        assertThat(OptionVariables.of(environment, inherited))
                .isEqualTo(new OptionVariables(Map.of(), inherited))
                .extracting(OptionVariables::remaining)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("-Da=1");
    }

    @Test
    void noneIsKeptBesideOneThatIsNot() {
        Map<String, String> environment =
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx300m -Xlog:gc:file=/tmp/gc.log", "JDK_JAVA_OPTIONS", "-Xmx350m");
        List<String> inherited = List.of("-Xmx300m", "-Xmx350m");

        assertThat(OptionVariables.of(environment, inherited)).isEqualTo(new OptionVariables(Map.of(), inherited));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@file", "-Db=2 @file", "@file -Db=2"})
    void oneWithAnArgumentFileIsNotKept(String value) {
        List<String> inherited = List.of("-Da=1", "-Db=2");

        assertThat(OptionVariables.of(Map.of("JDK_JAVA_OPTIONS", value), inherited))
                .isEqualTo(new OptionVariables(Map.of(), inherited));
    }

    @Test
    void anEmptyOneIsKept() {
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "");

        assertThat(OptionVariables.of(environment, List.of("-Da=1")))
                .isEqualTo(new OptionVariables(environment, List.of("-Da=1")));
    }
}
