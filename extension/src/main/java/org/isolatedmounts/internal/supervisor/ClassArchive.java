package org.isolatedmounts.internal.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.plan.JavaCommand;

/** The archive of the classes that all forks share, on the supervisor's tmpfs; forks start without it until it is there. */
final class ClassArchive {

    private final WorkDirectory work;
    private volatile Optional<Path> archive = Optional.empty();

    ClassArchive(WorkDirectory work) {
        this.work = work;
    }

    Optional<Path> file() {
        return archive;
    }

    /** The options with which a JVM uses the archive; if that is unfit, it goes on without. */
    static List<String> options(String file) {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Writes the archive, in the background; a failure costs nothing but the time that it would have saved. */
    void rehearse(JavaCommand command) {
        Thread thread = new Thread(() -> write(command), "rehearsal");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // no room for a thread, and none for the sake of a quicker start
        }
    }

    private void write(JavaCommand command) {
        Path file = work.path().resolve("classes.jsa");
        // where setpriv(1) is not the first process of a pid namespace, that of an old distribution fails
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
                archive = Optional.of(file);
            }
        } catch (IOException e) {
            // forks start without an archive, as they did before
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
