package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** A JVM that adds sessions to a page when it is told to. */
final class PageWriter implements AutoCloseable {

    /** One session, which never gets to its end. */
    static final int ENDLESS = 0;

    private static final String READY = "ready";
    private static final String HOLDING = "holding the page";

    private final Process process;
    private final BufferedReader output;

    private PageWriter(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static PageWriter start(Path directory, String name, int sessions) throws IOException {
        return new PageWriter(command(directory, name, sessions));
    }

    /** With a limit for the size of files, at which the kernel cuts off what is written. */
    static PageWriter startOnFullDisk(Path directory, String name, long kibibytes) throws IOException {
        // in a shell that is not bash, blocks have 512 bytes
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * kibibytes + "; exec \"$@\"", "sh"));
        command.addAll(command(directory, name, 1));
        return new PageWriter(command);
    }

    private static List<String> command(Path directory, String name, int sessions) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // a file of its own, which a limit would cut off too
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                directory.toString(),
                name,
                String.valueOf(sessions));
    }

    void awaitReady() throws IOException {
        assertThat(output.readLine()).isEqualTo(READY);
    }

    void awaitHolding() throws IOException {
        assertThat(output.readLine()).isEqualTo(HOLDING);
    }

    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    void awaitSuccess() throws Exception {
        assertThat(output.lines()).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    void awaitFailure(String message) throws Exception {
        assertThat(output.lines()).anyMatch(line -> line.contains(message));
        assertThat(process.waitFor()).isEqualTo(1);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            String name = arguments[1];
            int sessions = Integer.parseInt(arguments[2]);
            System.out.println(READY);
            if (System.in.read() != '\n') {
                throw new IOException("not told to go");
            }
            if (sessions == ENDLESS) {
                RunLog log = ReportFileTests.log("[killed]");
                log.finished(new TestLog(
                        "[endless]", true, new Endless(), "", TestLog.Status.FAILED, "", OptionalInt.empty(), -1));
                ReportFile.write(directory, log, "run", name);
            }
            for (int session = 0; session < sessions; session++) {
                ReportFile.write(directory, ReportFileTests.log(name + " " + session), "run", name);
            }
        }
    }

    /** A list of names at which whoever looks at it stays. */
    private static final class Endless extends AbstractList<String> {

        @Override
        public String get(int index) {
            System.out.println(HOLDING);
            while (true) {
                LockSupport.park();
            }
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
