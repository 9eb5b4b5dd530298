package org.isolatedmounts.internal.linux.mountinfo;

import java.io.IOException;
import java.util.List;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountSystemCalls;

/** Loads the C library with the first use in a JVM. */
public final class JnrMountSystemCalls implements MountSystemCalls {

    private static final class Loaded {
        static final MountLibC LIB_C =
                LibraryLoader.create(MountLibC.class).failImmediately().load("c");
        static final Runtime RUNTIME = Runtime.getRuntime(LIB_C);
    }

    /** For {@link java.util.ServiceLoader}. */
    public JnrMountSystemCalls() {}

    @Override
    public PolledFile open(String file) throws IOException {
        return PolledMountInfo.open(libC(), runtime(), file);
    }

    @Override
    public List<MountEntry> statmount() throws IOException {
        return new StatmountReader(libC(), runtime()).read();
    }

    private static MountLibC libC() throws IOException {
        try {
            return Loaded.LIB_C;
        } catch (LinkageError e) {
            throw new IOException("the C library cannot be loaded through jnr-ffi", e);
        }
    }

    private static Runtime runtime() {
        return Loaded.RUNTIME;
    }
}
