package org.isolatedmounts.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs JMH in a mount namespace with 5,000 mounts; in the profile {@code benchmark} only. */
class MountTableBenchmarkRun {

    private static final String SCRIPT = """
            set -e
            mount -t tmpfs base "$0"; mkdir "$0/0"; mount -t tmpfs tmpfs "$0/0"
            i=0; while [ $i -lt 70 ]; do i=$((i + 1)); mkdir "$0/0/$i"; mount -t tmpfs "source$i" "$0/0/$i"; done
            i=0; while [ $i -lt 70 ]; do i=$((i + 1)); mkdir "$0/$i"; mount --rbind "$0/0" "$0/$i"; done
            exec "$@"
            """;

    @Test
    void parsingCostsLessThanPrintingAndLessThanAFifthOfGettingTheFileStores()
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--", "sh", "-c", SCRIPT, Commands.MOUNT_POINT));
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // else JMH leaves its lock file behind
        command.addAll(List.of("-Djmh.ignoreLock=true", "-XX:-UsePerfData", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(MountTableBenchmarkMain.class.getName());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // not inherited: the standard output of this JVM is Surefire's own
        process.inputReader().lines().forEach(System.out::println);
        assertThat(process.waitFor()).isZero();
    }
}
