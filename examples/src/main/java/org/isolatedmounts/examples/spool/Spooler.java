package org.isolatedmounts.examples.spool;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts files into a spool directory so that a reader finds each of them whole or not at all, even when the disk fills up
 * half-way.
 *
 * <p>The mistake to avoid is {@code Files.write(directory.resolve(name), content)}: on a full disk it throws, and leaves
 * half a file under the very name that the reader waits for. The cure is to write under another name, to wait until the
 * content is on the disk, to rename, and to clean up where one of these steps fails.
 *
 * <p>There may be one writer for each name at a time.
 */
public final class Spooler {

    private final Path directory;

    public Spooler(Path directory) {
        this.directory = directory;
    }

    /**
     * Adds a file, or replaces the one of the same name.
     *
     * @throws IOException if that failed; the directory is then as it was before, and the message says what is lacking
     */
    public Path spool(String name, byte[] content) throws IOException {
        Path target = directory.resolve(name);
        Path partial = directory.resolve("." + name + ".part");
        try {
            write(partial, content);
            Files.move(partial, target, ATOMIC_MOVE);
            syncDirectory();
            return target;
        } catch (IOException e) {
            boolean created = discard(partial, e);
            throw new IOException(target + " was not spooled: " + reason(e, created, content.length), e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Without it, a power cut can take the new name back. */
    private void syncDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static boolean discard(Path partial, IOException cause) {
        try {
            return Files.deleteIfExists(partial);
        } catch (IOException e) {
            cause.addSuppressed(e);
            return true;
        }
    }

    /** The kernel says ENOSPC for two different things; which one it was shows in how far the writer came. */
    private String reason(IOException e, boolean created, int needed) throws IOException {
        // Java has no exception type for ENOSPC, only the text of strerror(3)
        if (!String.valueOf(e.getMessage()).contains("No space left on device")) {
            return e.toString();
        }
        long free = Files.getFileStore(directory).getUsableSpace();
        return created
                ? "disk full, %d bytes needed, %d bytes free".formatted(needed, free)
                : "no inodes left, although %d bytes are free; remove some files, however small".formatted(free);
    }
}
