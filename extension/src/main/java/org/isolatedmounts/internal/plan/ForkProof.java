package org.isolatedmounts.internal.plan;

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

    private ForkProof() {}

    public static boolean holds(String laidNamespace) {
        try {
            return laidNamespace.equals(currentMountNamespace());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The identity of the mount namespace of this JVM, as namespaces(7) writes it. */
    public static String currentMountNamespace() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
    }
}
