package org.isolatedmounts.internal.supervisor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.MountUsage;
import org.isolatedmounts.internal.event.Reading;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;

/** One look at a fork; what was not seen until its result is asked for is unknown. */
final class Examination implements Runnable {

    private static final String NO_ANSWER = "no answer in time";

    private record Question(String mountPoint, Supplier<MountUsage> usage, CompletableFuture<MountUsage> answer) {}

    private final CompletableFuture<Reading> mountInfo = new CompletableFuture<>();
    private final CompletableFuture<Reading> processStatus = new CompletableFuture<>();
    private final Supplier<Reading> mountInfoReader;
    private final Supplier<Reading> processStatusReader;
    private final List<Question> mounts;

    Examination(
            LayoutPlan layout,
            Supplier<Reading> mountInfoReader,
            Supplier<Reading> processStatusReader,
            Function<MountPlan, MountUsage> usageReader) {
        this.mountInfoReader = mountInfoReader;
        this.processStatusReader = processStatusReader;
        this.mounts = layout.mounts().stream()
                .map(plan -> new Question(plan.mountPoint(), () -> usageReader.apply(plan), new CompletableFuture<>()))
                .toList();
    }

    @Override
    public void run() {
        mountInfo.complete(mountInfoReader.get());
        processStatus.complete(processStatusReader.get());
        mounts.forEach(mount -> mount.answer().complete(mount.usage().get()));
    }

    ForkEvent.Examined result(String uniqueId) {
        Reading unknown = Reading.unknown(NO_ANSWER);
        return new ForkEvent.Examined(
                uniqueId,
                mountInfo.getNow(unknown),
                processStatus.getNow(unknown),
                mounts.stream()
                        .map(mount -> mount.answer().getNow(MountUsage.unknown(mount.mountPoint(), NO_ANSWER)))
                        .toList());
    }
}
