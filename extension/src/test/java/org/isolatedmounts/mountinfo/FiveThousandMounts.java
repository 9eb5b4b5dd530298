package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.nio.file.Path;

/** A namespace with 5,000 mounts and more. */
final class FiveThousandMounts {

    private FiveThousandMounts() {}

    /** Nasty names, bound recursively as often as it takes: mounting each of them would take a minute. */
    static void make(NamespaceShell shell, Path directory) throws IOException {
        shell.run("cd " + directory.toRealPath() + "; mkdir base; mount -t tmpfs base base; cd base");
        int before = shell.table().mounts().size();
        NastyNames.mountAll(shell);
        shell.run("cd ..; mkdir base-0; mount --rbind base base-0");
        int each = (shell.table().mounts().size() - before) / 2;
        shell.run("i=1; while [ $i -lt " + (5000 / each + 1)
                + " ]; do mkdir base-$i; mount --rbind base base-$i; i=$((i + 1)); done");
    }
}
