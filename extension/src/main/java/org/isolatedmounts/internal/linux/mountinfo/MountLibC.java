package org.isolatedmounts.internal.linux.mountinfo;

import jnr.ffi.Pointer;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;

/** What of the C library reads mount tables; public only because jnr-ffi implements it from another class loader. */
public interface MountLibC {

    int open(@In byte[] path, int flags);

    int close(int descriptor);

    int eventfd(int value, int flags);

    long write(int descriptor, @In byte[] buffer, long size);

    long read(int descriptor, @Out byte[] buffer, long size);

    long lseek(int descriptor, long offset, int whence);

    int poll(Pointer descriptors, long count, int milliseconds);

    long syscall(long number, Pointer request, Pointer buffer, long size, long flags);
}
