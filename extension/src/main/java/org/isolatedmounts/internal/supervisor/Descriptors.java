package org.isolatedmounts.internal.supervisor;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.linux.SystemCalls;

/** File descriptors that are closed together. Mounts that are attached nowhere go with the last of their descriptors. */
final class Descriptors implements AutoCloseable {

    private final SystemCalls calls;
    private final List<Integer> open = new ArrayList<>();

    Descriptors(SystemCalls calls) {
        this.calls = calls;
    }

    int keep(int descriptor) {
        open.add(descriptor);
        return descriptor;
    }

    @Override
    public void close() {
        open.forEach(calls::close);
        open.clear();
    }
}
