package org.isolatedmounts.namespace;

import static org.isolatedmounts.internal.linux.Flags.NS_GET_USERNS;

import java.io.IOException;
import java.nio.file.Path;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.jspecify.annotations.Nullable;

/** The user namespace that owns a mount namespace, found and opened when it is first asked for. */
final class Owner implements AutoCloseable {

    private static final String TYPE = "user";

    private final NamespaceFile namespace;
    private final @Nullable NamespaceProcess maker;
    private @Nullable NamespaceFile file;

    /** @param maker who has made the namespace, and lives in its owner */
    Owner(NamespaceFile namespace, @Nullable NamespaceProcess maker) {
        this.namespace = namespace;
        this.maker = maker;
    }

    synchronized NamespaceFile file() throws IOException {
        if (file == null) {
            file = maker == null ? ask() : NamespaceFile.open(Path.of("/proc/" + maker.pid() + "/ns/user"), TYPE);
        }
        return file;
    }

    private NamespaceFile ask() throws IOException {
        SystemCalls calls = NativeCalls.get();
        try {
            int owner = calls.ioctl(namespace.descriptor(), NS_GET_USERNS);
            try {
                return NamespaceFile.open(Path.of("/proc/self/fd/" + owner), TYPE);
            } finally {
                calls.close(owner);
            }
        } catch (SystemCallException e) {
            String hint = e.is(Errno.EPERM)
                    ? ". It lies outside of the user namespace of this process, to which it is a secret; ask from there."
                    : "";
            throw new NamespaceException(
                    "Cannot tell the owner of " + namespace.id() + ": " + e.getMessage() + hint, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
