package org.isolatedmounts.it.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Attaches to its own JVM by its process id, as Mockito's inline mocks and many tools do. */
@IsolatedMounts
@TmpfsMount(at = "/mnt")
@Execution(ExecutionMode.CONCURRENT)
class AttachTestCase {

    @RepeatedTest(6)
    @Execution(ExecutionMode.CONCURRENT)
    void findsItself() throws IOException, InterruptedException {
        attach();
    }

    @Test
    @TmpfsMount(at = HIDDEN)
    void findsItselfBelowAHiddenWorkingDirectory() throws IOException, InterruptedException {
        attach();
    }

    static final String HIDDEN = "/tmp/isolated-mounts-it/attach";

    private static void attach() throws IOException, InterruptedException {
        String mark = UUID.randomUUID().toString();
        System.setProperty("it.mark", mark);
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        Long.toString(ProcessHandle.current().pid()),
                        "VM.system_properties")
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), UTF_8);
        assertThat(jcmd.waitFor()).as(output).isZero();
        assertThat(output).contains("it.mark=" + mark);
        System.out.println("pid " + ProcessHandle.current().pid());
    }
}
