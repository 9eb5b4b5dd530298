package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.nio.file.*;
import java.util.List;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.Layout;

final class LazyLayer {
    LazyLayer(WorkDirectory work) {}

    boolean prepare(Path namespace, Layout layout) throws LayoutRefusedException {
        return false;
    }

    ForkEvent.Laid lay(Path process, Layout layout, List<String> kept) throws LayoutRefusedException, IOException {
        return new ForkEvent.Laid(
                Files.readSymbolicLink(process.resolve("ns/mnt")).toString(),
                Files.readString(process.resolve("mountinfo")));
    }
}
