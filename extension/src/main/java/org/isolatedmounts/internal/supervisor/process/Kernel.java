package org.isolatedmounts.internal.supervisor.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.isolatedmounts.internal.classpath.OwnClasses;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.linux.SystemCalls;

/** The system calls and what else takes its time to load: begun at once, waited for when first needed. */
public final class Kernel {

    private final CompletableFuture<SystemCalls> calls = CompletableFuture.supplyAsync(Kernel::load);
    private final CompletableFuture<JvmFiles> jvmFiles;

    /** @param workDirectory of the supervisor */
    public Kernel(Path workDirectory) {
        jvmFiles = CompletableFuture.supplyAsync(() -> JvmFiles.ofThisJvm(workDirectory));
    }

    private static SystemCalls load() {
        openJars();
        OwnClasses.load("supervisor", "linux", "plan", "event", "wire");
        return new LinuxSystemCalls();
    }

    /** A jar that is open stays readable in the namespace of a fork; looking for what no jar has opens them all. */
    private static void openJars() {
        try {
            ClassLoader.getSystemClassLoader()
                    .getResources("org/isolatedmounts/in-no-jar")
                    .hasMoreElements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SystemCalls calls() {
        return calls.join();
    }

    public JvmFiles jvmFiles() {
        return jvmFiles.join();
    }
}
