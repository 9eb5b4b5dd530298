package org.isolatedmounts.mountinfo;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What the JDK cannot do by itself: to wait on a mountinfo file with poll(2), and to list mounts with listmount(2) and
 * statmount(2). This library brings the implementation, which loads native code when it is first used; it is a service
 * only so that everything else in this package needs nothing but the JDK.
 */
public interface MountSystemCalls {

    /** An open mountinfo file, for as long as it is open of the same mount namespace. */
    interface PolledFile extends Closeable {

        /**
         * Waits until the kernel reports a change of the mount namespace since the file was opened or this method last
         * returned true. Each change is reported once.
         *
         * @param milliseconds how long to wait; negative for as long as it takes
         * @return whether there was a change; false when the time is over or {@link #wake} was called
         * @throws IOException if poll(2) fails
         */
        boolean await(int milliseconds) throws IOException;

        /** Makes a thread that waits, or the next one that will, return. */
        void wake();

        /**
         * Reads the file from its beginning.
         *
         * @return the content
         * @throws IOException if it cannot be read
         */
        byte[] read() throws IOException;

        /** Must not be called while another thread is in a method of this object. */
        @Override
        void close() throws IOException;
    }

    /**
     * Opens a file for poll(2).
     *
     * @param file such as {@code /proc/thread-self/mountinfo}
     * @return the open file
     * @throws IOException if it cannot be opened
     */
    PolledFile open(String file) throws IOException;

    /**
     * Lists the mounts that the calling thread sees with listmount(2) and statmount(2).
     *
     * @return the mounts in the kernel's order
     * @throws IOException if the kernel does not know these system calls, or they fail
     */
    List<MountEntry> statmount() throws IOException;

    /**
     * Finds the implementation.
     *
     * @return the implementation
     * @throws IOException if it is not on the class path
     */
    static MountSystemCalls load() throws IOException {
        Iterator<MountSystemCalls> found = ServiceLoader.load(
                        MountSystemCalls.class, MountSystemCalls.class.getClassLoader())
                .iterator();
        if (!found.hasNext()) {
            throw new IOException("no implementation of " + MountSystemCalls.class.getName()
                    + " is on the class path; is the jar of isolated-mounts complete?");
        }
        return found.next();
    }
}
