package org.isolatedmounts.it.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process took, with all the processes below it that were waited for.
 *
 * @param cpu user and system time, milliseconds
 */
record Measurement(double wall, double cpu) {

    private static final double MILLIS_PER_TICK = 1000.0 / ticksPerSecond();

    /** Runs a command alone; its standard output goes to a file. */
    static Measurement of(List<String> command, Path input, Path output) throws IOException, InterruptedException {
        double cpuBefore = cpuOfChildren();
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        double wall = (System.nanoTime() - start) / 1e6;
        if (status != 0) {
            throw new IllegalStateException(
                    "exit status " + status + " of " + command + "\n" + Files.readString(output));
        }
        return new Measurement(wall, cpuOfChildren() - cpuBefore);
    }

    Measurement minus(Measurement other) {
        return new Measurement(wall - other.wall, cpu - other.cpu);
    }

    Measurement dividedBy(int number) {
        return new Measurement(wall / number, cpu / number);
    }

    /** Fields 16 and 17 of proc_pid_stat(5): the times of children, and theirs, that were waited for. */
    private static double cpuOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
    }

    private static long ticksPerSecond() {
        try {
            Process getconf = new ProcessBuilder("getconf", "CLK_TCK").start();
            return Long.parseLong(new String(getconf.getInputStream().readAllBytes(), US_ASCII).strip());
        } catch (IOException e) {
            // the same on every architecture for as long as anybody remembers
            return 100;
        }
    }
}
