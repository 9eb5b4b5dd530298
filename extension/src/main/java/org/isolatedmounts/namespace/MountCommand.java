package org.isolatedmounts.namespace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** mount(8) and umount(8), in the namespace of the calling thread. */
final class MountCommand {

    private MountCommand() {}

    static void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.onExit().join().exitValue() != 0) {
            throw new NamespaceException(String.join(" ", command) + ": " + said + hint(said));
        }
    }

    private static String hint(String said) {
        if (said.contains("wrong fs type") || said.contains("Invalid argument")) {
            return " (EINVAL. A namespace can be bound only to a file on a private mount: mount --bind DIR DIR && mount"
                    + " --make-private DIR; and only in a namespace that is older than itself. Linux 6.18 numbers"
                    + " namespaces per processor and may take a newer one for older: make another one)";
        }
        if (said.contains("denied") || said.contains("superuser") || said.contains("not permitted")) {
            return " (EPERM. It needs CAP_SYS_ADMIN in the user namespace that owns the mount namespace of this process:"
                    + " run as root)";
        }
        return "";
    }
}
