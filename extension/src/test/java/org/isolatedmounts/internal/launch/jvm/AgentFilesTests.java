package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentFilesTests {

    @TempDir
    Path directory;

    @Test
    void anAgentAndTheFileThatItsOptionNames() throws Exception {
        Path data = Files.createFile(directory.resolve("jacoco.exec"));

        assertThat(of("-javaagent:/m2/agent.jar=append=true,destfile=" + data + ",excludes=a.*:b.*"))
                .containsExactly(KeptPath.read("/m2/agent.jar"), KeptPath.written(data.toString()));
        assertThat(of("-agentpath:/opt/lib.so=start,event=cpu,file=" + data))
                .containsExactly(KeptPath.read("/opt/lib.so"), KeptPath.written(data.toString()));
        assertThat(of("-javaagent:/opt/agent.jar=" + data))
                .containsExactly(KeptPath.read("/opt/agent.jar"), KeptPath.written(data.toString()));
    }

    @Test
    void aPathMayHaveCommasAndEqualsSigns() throws Exception {
        Path data = Files.createFile(
                Files.createDirectory(directory.resolve("a,b c")).resolve("x=y,z"));

        assertThat(of("-javaagent:agent.jar=destfile=" + data + ";append=true"))
                .containsExactly(
                        KeptPath.read(Path.of("agent.jar").toAbsolutePath().toString()),
                        KeptPath.written(data.toString()));
    }

    @Test
    void whatIsNoFileIsNotKept() {
        assertThat(of("-javaagent:/a.jar=destfile=" + directory + "/missing,dump=" + directory + ",includes=*"))
                .containsExactly(KeptPath.read("/a.jar"));
        assertThat(of("-javaagent:/a.jar")).containsExactly(KeptPath.read("/a.jar"));
    }

    @Test
    void otherOptionsNameNoAgents() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(of("-Dfile=" + file, "-agentlib:hprof=file=" + file, "-Xmx1g", "-javaagentx"))
                .isEmpty();
    }

    private static List<KeptPath> of(String... options) {
        return AgentFiles.of(List.of(options)).toList();
    }
}
