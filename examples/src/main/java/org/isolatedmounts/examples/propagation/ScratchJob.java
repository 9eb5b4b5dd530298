package org.isolatedmounts.examples.propagation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command that runs with an empty scratch directory of its own: a tmpfs, mounted in a mount namespace that is made for
 * the command and goes with it.
 *
 * <p>A new mount namespace alone keeps nothing apart. It begins as a copy of the parent's mounts, and the copy of a
 * <em>shared</em> mount stays in the peer group of its original: what the child mounts below it appears in the parent as
 * well, and stays there when the child is gone (mount_namespaces(7), "Shared subtrees"). systemd makes {@code /} shared,
 * so that is the usual case. The cure is to leave the peer groups before anything is mounted.
 *
 * <p>The caller needs {@code CAP_SYS_ADMIN} in the user namespace that owns its mount namespace.
 *
 * @param scratch an existing directory, on which the tmpfs is mounted
 * @param propagation what becomes of the peer groups
 * @param command what to run
 */
public record ScratchJob(Path scratch, Propagation propagation, List<String> command) {

    /** What unshare(1) does with the copied mounts first. */
    public enum Propagation {
        /** Nothing. The mistake: each shared mount still has the parent's as a peer. */
        UNCHANGED,

        /** Mounts and unmounts go neither way. */
        PRIVATE,

        /** What the parent mounts later, a USB stick say, still arrives in the child; nothing goes back. */
        SLAVE
    }

    public ScratchJob {
        command = List.copyOf(command);
    }

    /** A job of which the parent notices nothing. */
    public ScratchJob(Path scratch, List<String> command) {
        this(scratch, Propagation.PRIVATE, command);
    }

    public Process start() throws IOException {
        return new ProcessBuilder(commandLine()).start();
    }

    /** Each step replaces the one before by exec, so that the process that is started becomes the command. */
    List<String> commandLine() {
        List<String> line = new ArrayList<>(List.of("unshare", "--mount", "--propagation"));
        line.add(propagation.name().toLowerCase(Locale.ROOT));
        line.addAll(List.of("sh", "-c", "mount -t tmpfs scratch \"$0\" && exec \"$@\"", scratch.toString()));
        line.addAll(command);
        return line;
    }
}
