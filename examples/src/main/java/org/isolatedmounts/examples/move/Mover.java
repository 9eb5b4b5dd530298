package org.isolatedmounts.examples.move;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Moves a file to its place in one step, so that nobody ever sees half of it there, from another mount too.
 *
 * <p>Within a mount rename(2) does that. From one mount to another it fails with EXDEV, which Java reports as
 * {@link AtomicMoveNotSupportedException}. {@code Files.move} without {@code ATOMIC_MOVE} hides the difference: it copies
 * straight to the final name, in plain view. Asking beforehand whether both paths have the same file store does not help
 * either: two bind mounts of one filesystem are two mounts as well. So: try, and where it fails copy to the target's side
 * under another name, and rename there.
 */
public final class Mover {

    private Mover() {}

    /**
     * Moves a file, replacing what is at the target.
     *
     * @throws IOException if that failed; what was at the target is then still there
     */
    public static void moveIntoPlace(Path source, Path target) throws IOException {
        try {
            Files.move(source, target, ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException acrossMounts) {
            copyIntoPlace(source, target);
            Files.delete(source);
        }
    }

    private static void copyIntoPlace(Path source, Path target) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.copy(source, partial, REPLACE_EXISTING, COPY_ATTRIBUTES);
            sync(partial);
            Files.move(partial, target, ATOMIC_MOVE);
            sync(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            try {
                Files.deleteIfExists(partial);
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static void sync(Path fileOrDirectory) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrDirectory, READ)) {
            channel.force(true);
        }
    }
}
