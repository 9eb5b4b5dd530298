package org.isolatedmounts.internal.supervisor.laying.mount;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.linux.SystemCalls;

/** File descriptors that are closed together. Mounts that are attached nowhere go with the last of their descriptors. */
public final class Descriptors implements AutoCloseable {

    private final SystemCalls calls;
    private final List<Integer> open = new ArrayList<>();

    public Descriptors(SystemCalls calls) {
        this.calls = calls;
    }

    public int keep(int descriptor) {
        open.add(descriptor);
        return descriptor;
    }

    /** Leaves one to be closed along with others. */
    public int giveTo(Descriptors others, int descriptor) {
        open.remove(Integer.valueOf(descriptor));
        return others.keep(descriptor);
    }

    @Override
    public void close() {
        open.forEach(calls::close);
        open.clear();
    }
}
