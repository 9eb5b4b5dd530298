package org.isolatedmounts.namespace;

import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.linux.SystemCalls;

/** The system calls, loaded when they are first needed: that takes some 60 ms. */
final class NativeCalls {

    private NativeCalls() {}

    static SystemCalls get() throws NamespaceException {
        try {
            return Loaded.CALLS;
        } catch (LinkageError e) {
            throw new NamespaceException(
                    "System calls need the library com.github.jnr:jnr-ffi, on which isolated-mounts depends and which"
                            + " cannot be loaded: " + e
                            + ". Fix: do not exclude it, nor what it depends on, and let java.io.tmpdir be writable and"
                            + " executable.",
                    e);
        }
    }

    private static final class Loaded {
        static final SystemCalls CALLS = new LinuxSystemCalls();
    }
}
