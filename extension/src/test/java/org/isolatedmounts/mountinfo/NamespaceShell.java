package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sh(1) in a private mount namespace of its own, and for an ordinary user also in a user namespace, where it is root. */
final class NamespaceShell implements AutoCloseable {

    private static final String END = "--end of output-- ";

    private final Process process;

    NamespaceShell() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--", "sh"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        process = builder.start();
        run("set -e");
    }

    long pid() {
        return process.pid();
    }

    MountTable table() throws IOException {
        return MountTable.ofProcess(pid());
    }

    /** Runs commands and gives their output, decoded as mount tables are; fails where they do. */
    String run(String script) throws IOException {
        return MountInfoBytes.decode(bytes(script));
    }

    byte[] bytes(String script) throws IOException {
        start(script);
        return outputOfStarted();
    }

    /** Does not wait for the commands to end. */
    void start(String script) throws IOException {
        byte[] commands = MountInfoBytes.encode("{ " + script + "\n} </dev/null\necho '" + END + "'\n");
        process.getOutputStream().write(commands);
        process.getOutputStream().flush();
    }

    byte[] outputOfStarted() throws IOException {
        byte[] end = (END + "\n").getBytes(UTF_8);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        InputStream input = process.getInputStream();
        while (true) {
            int value = input.read();
            if (value < 0) {
                throw new AssertionError("the shell has ended; it said: " + output.toString(UTF_8));
            }
            output.write(value);
            if (value == '\n' && endsWith(output, end)) {
                return Arrays.copyOf(output.toByteArray(), output.size() - end.length);
            }
        }
    }

    private static boolean endsWith(ByteArrayOutputStream output, byte[] end) {
        if (output.size() < end.length) {
            return false;
        }
        byte[] bytes = output.toByteArray();
        return Arrays.equals(bytes, bytes.length - end.length, bytes.length, end, 0, end.length);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
