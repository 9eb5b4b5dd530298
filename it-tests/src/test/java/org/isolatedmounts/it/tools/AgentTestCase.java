package org.isolatedmounts.it.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Hides the agents, too, which the tests put below {@code /tmp}. */
@IsolatedMounts
@TmpfsMount(at = "/tmp")
class AgentTestCase {

    @Test
    void agentsAreHereAndDebuggersAreNot() {
        assertThat(TinyAgent.STARTS).containsExactly("by javaagent", "by agentpath");
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .noneMatch(option -> option.contains("jdwp"))
                .noneMatch(option -> option.contains("debugger-agent"));
    }
}
