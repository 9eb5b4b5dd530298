package org.isolatedmounts.namespace;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that lives in a namespace and does nothing, so that {@code /proc} shows what is mounted there. It ends with its
 * standard input, which the kernel closes when this JVM dies.
 */
final class Holder implements AutoCloseable {

    private static final String READY = "held by ";

    /** Tells the process id that {@code /proc} knows, which may differ from its own. */
    private static final String SCRIPT = """
            { read -r pid rest </proc/self/stat; } 2>/dev/null
            echo "%s${pid:-$$}"
            read -r end
            """.formatted(READY);

    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final Path directory;

    private Holder(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** @param entry what leads into the namespace, a command line that ends with the command to be run there */
    static Holder start(List<String> entry) throws IOException {
        List<String> command = new ArrayList<>(entry);
        command.addAll(List.of("sh", "-c", SCRIPT));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = Commands.start(builder);
        try {
            return new Holder(process, Path.of("/proc", readPid(process, entry)));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String readPid(Process process, List<String> entry) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
            said.add(line);
        }
        throw Commands.failure(entry, String.join("; ", said));
    }

    /** In {@code /proc}. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
