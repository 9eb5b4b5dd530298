package org.isolatedmounts.internal.supervisor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.JavaCommand;
import org.isolatedmounts.internal.supervisor.channel.HostLink;
import org.isolatedmounts.internal.wire.Frames;

/** The archive of the classes that all forks share, on the supervisor's tmpfs; forks start without it until it is there. */
public final class ClassArchive {

    /** So long a fork waits for the archive of an earlier run, which may be on a slow disk. */
    private static final int MOST_SECONDS = 5;

    private final WorkDirectory work;
    private final HostLink host;
    private volatile CompletableFuture<Optional<Path>> archive = CompletableFuture.completedFuture(Optional.empty());

    public ClassArchive(WorkDirectory work, HostLink host) {
        this.work = work;
        this.host = host;
    }

    /** Waits for the one from the cache, but for none that is only being made. */
    Optional<Path> file() {
        return archive.join();
    }

    /** The options with which a JVM uses the archive; if that is unfit, it goes on without. */
    static List<String> options(String file) {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /**
     * Takes the archive of an earlier run, or else writes one; in the background, and a failure costs nothing but the time
     * that it would have saved.
     *
     * @param cacheFile holds the archive of an earlier run, and gets a new one for later runs
     */
    public void prepare(JavaCommand command, Optional<Path> cacheFile) {
        CompletableFuture<Optional<Path>> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> takeOrWrite(command, cacheFile, taken), "class archive");
        thread.setDaemon(true);
        archive = taken.completeOnTimeout(Optional.empty(), MOST_SECONDS, TimeUnit.SECONDS);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // no room for a thread, and none for the sake of a quicker start
            taken.complete(Optional.empty());
        }
    }

    private void takeOrWrite(JavaCommand command, Optional<Path> cacheFile, CompletableFuture<Optional<Path>> taken) {
        Optional<CachedArchive> cached = cacheFile.flatMap(this::cached);
        Optional<Path> there = Optional.empty();
        try {
            there = cached.flatMap(this::take);
        } finally {
            // forks wait for it
            taken.complete(there);
        }
        if (there.isEmpty()) {
            write(command, cached);
        } else {
            // though too late for the first forks
            archive = CompletableFuture.completedFuture(there);
        }
    }

    private Optional<CachedArchive> cached(Path file) {
        try {
            return Optional.of(new CachedArchive(file, work.owner()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> take(CachedArchive cached) {
        Path file = work.path().resolve("cached.jsa");
        try {
            return cached.copyTo(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(JavaCommand command, Optional<CachedArchive> cached) {
        Path file = work.path().resolve("classes.jsa");
        // if setpriv(1) is not the first process of a pid namespace, that of an old distribution fails
        List<String> words = new ArrayList<>(List.of("unshare", "--pid", "--fork", "--kill-child", "--"));
        words.addAll(Privileges.dropCommand());
        words.add(command.executable());
        words.add("-XX:ArchiveClassesAtExit=" + file);
        words.addAll(command.arguments());
        try {
            Process process = new ProcessBuilder(words)
                    .directory(Path.of(command.workingDirectory()).toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor() == 0 && Files.exists(file)) {
                archive = CompletableFuture.completedFuture(Optional.of(file));
                cached.ifPresent(place -> keep(place, file));
            }
        } catch (IOException e) {
            // forks start without an archive, as they did before
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(CachedArchive cached, Path file) {
        try {
            cached.keep(file);
        } catch (IOException | UncheckedIOException e) {
            host.send(
                    Frames.NO_FORK,
                    new ForkEvent.Warning(
                            "isolatedmounts.cache: later runs will not find the classes of this one: " + e));
        }
    }
}
