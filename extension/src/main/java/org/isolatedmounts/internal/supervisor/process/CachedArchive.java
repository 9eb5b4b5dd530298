package org.isolatedmounts.internal.supervisor.process;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An archive of classes that one run leaves to the next, in a directory of the user's. Whoever may write to it has his code
 * run by every fork, so nobody else may. A checksum follows the archive: the JVM believes what it maps.
 */
final class CachedArchive {

    /** How many files such a directory has at most; those that were used last stay. */
    static final int MOST = 16;

    /** Many times of what an archive has: it passes whole through the memory of a supervisor, which is small. */
    private static final long MOST_BYTES = 32 << 20;

    /** Those of {@code UUID}s: other files there are not ours. */
    private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.jsa(\\.new)?";

    private static final int WRITABLE_FOR_OTHERS = 022;
    private static final int WRITABLE_FOR_OWNER = 0200;

    private final Path file;
    private final Path directory;
    private final int owner;

    /** @param owner the id of the user whose files are trusted */
    CachedArchive(Path file, int owner) {
        this.file = file;
        this.directory = file.resolveSibling("");
        this.owner = owner;
    }

    /** Copies the archive; false if there is none that is whole and that nobody else can have written. */
    boolean copyTo(Path target) throws IOException {
        Optional<ByteBuffer> archive = read();
        if (archive.isEmpty()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(target, CREATE_NEW, WRITE)) {
            write(channel, archive.get());
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        return true;
    }

    /**
     * Keeps an archive, whole or not at all: it is written under another name. Who finds that another run writes it leaves it
     * to that one; what a killed one has begun, the next one writes over.
     *
     * @throws IOException if the directory is not as it has to be, or the file cannot be written
     */
    void keep(Path archive) throws IOException {
        if (Files.isSymbolicLink(directory) && !Files.exists(directory)) {
            throw new FileSystemException(directory.toString(), null, "a symbolic link that leads nowhere");
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!isSafeDirectory()) {
            throw new FileSystemException(
                    directory.toString(), null, "must be writable by its owner, and by nobody else");
        }
        if (read().isPresent()) {
            return;
        }
        Path begun = file.resolveSibling(file.getFileName() + ".new");
        if (Files.exists(begun, NOFOLLOW_LINKS) && !Files.isRegularFile(begun, NOFOLLOW_LINKS)) {
            throw new FileSystemException(begun.toString(), null, "no regular file");
        }
        try (FileChannel channel = FileChannel.open(begun, CREATE, WRITE, NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null && read().isEmpty()) {
                Files.setPosixFilePermissions(begun, PosixFilePermissions.fromString("rw-------"));
                byte[] content = Files.readAllBytes(archive);
                channel.truncate(0);
                write(channel, ByteBuffer.wrap(content), checksum(content, content.length));
                channel.force(true);
                // while it is locked: who gets the lock next finds the archive there
                Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // of a full disk, above all
            Files.deleteIfExists(begun);
            throw e;
        }
        removeOldest();
    }

    private Optional<ByteBuffer> read() throws IOException {
        boolean usable = Files.isRegularFile(file, NOFOLLOW_LINKS)
                && isSafeDirectory()
                && isSafe(file)
                && Files.size(file) <= MOST_BYTES;
        if (!usable) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        int length = content.length - Long.BYTES;
        return length > 0 && checksum(content, length).equals(ByteBuffer.wrap(content, length, Long.BYTES))
                ? Optional.of(ByteBuffer.wrap(content, 0, length))
                : Optional.empty();
    }

    private static ByteBuffer checksum(byte[] content, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(content, 0, length);
        return ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).flip();
    }

    private static void write(FileChannel channel, ByteBuffer... parts) throws IOException {
        for (ByteBuffer part : parts) {
            while (part.hasRemaining()) {
                channel.write(part);
            }
        }
    }

    private boolean isSafe(Path path) throws IOException {
        int uid = (int) Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS);
        return uid == owner && (mode(path) & WRITABLE_FOR_OTHERS) == 0;
    }

    /** A supervisor may write where its user may not, and does not. */
    private boolean isSafeDirectory() throws IOException {
        Path real = directory.toRealPath();
        return isSafe(real) && (mode(real) & WRITABLE_FOR_OWNER) != 0;
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
    }

    private void removeOldest() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(path -> path.getFileName().toString().matches(NAME))
                    .sorted(Comparator.comparing(CachedArchive::lastModified).reversed())
                    .toList();
        }
        for (Path old : files.subList(Math.min(MOST, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime lastModified(Path path) {
        try {
            return Files.getLastModifiedTime(path, NOFOLLOW_LINKS);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
