package org.isolatedmounts.internal.plan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How code in a fork proves that it runs there: the supervisor tells the fork which mount namespace it laid, the fork
 * passes that on as an explicit configuration parameter, and whoever asks compares it with the namespace it is in.
 */
public final class ForkProof {

    /** Never set by a user; the fork sets it to the identity of its mount namespace, {@code mnt:[4026531841]}. */
    public static final String NAMESPACE_PARAMETER = "isolatedmounts.internal.namespace";

    /**
     * The same for launchers that a test starts in its fork, which get none of its parameters. Not by the name of the
     * parameter, as system properties are parameters too: the guard would take it for its own proof, even if such a
     * launcher's test has mounts of its own.
     */
    private static final String NAMESPACE_PROPERTY = "isolatedmounts.internal.fork";

    private ForkProof() {}

    /** Called in a fork, before any test. */
    public static void leaveInFork() throws IOException {
        System.setProperty(NAMESPACE_PROPERTY, currentMountNamespace());
    }

    /** Whether this JVM is a fork. */
    public static boolean isInFork() {
        String left = System.getProperty(NAMESPACE_PROPERTY);
        return left != null && holds(left);
    }

    public static boolean holds(String laidNamespace) {
        try {
            return laidNamespace.equals(currentMountNamespace());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * The id of this JVM in its own pid namespace, whichever one {@code /proc} shows; see proc_pid_status(5). To ask {@code
     * ProcessHandle} costs a JVM that has begun just now a tenth of its start.
     */
    public static long currentPid() throws IOException {
        return innermostPid(Path.of("/proc/self"));
    }

    /**
     * The id that a process has in its own pid namespace.
     *
     * @param process its directory in any procfs that shows it
     */
    public static long innermostPid(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"), ISO_8859_1)) {
            if (line.startsWith("NSpid:")) {
                return Long.parseLong(line.substring(line.lastIndexOf('\t') + 1));
            }
        }
        throw new IOException(process + "/status has no NSpid");
    }

    /** The identity of the mount namespace of this JVM, as namespaces(7) writes it. */
    public static String currentMountNamespace() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
    }
}
