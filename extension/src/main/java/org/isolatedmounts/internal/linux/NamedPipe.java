package org.isolatedmounts.internal.linux;

import java.io.IOException;
import java.nio.file.Path;

public final class NamedPipe {
    private NamedPipe() {}

    public static void create(Path path) throws IOException {
        try {
            if (new ProcessBuilder("mkfifo", "-m", "600", path.toString())
                            .start()
                            .waitFor()
                    != 0) throw new IOException("mkfifo " + path);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
