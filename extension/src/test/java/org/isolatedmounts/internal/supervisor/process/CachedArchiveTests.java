package org.isolatedmounts.internal.supervisor.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedArchiveTests {

    private static final String NAME = "01234567-89ab-cdef-0123-456789abcdef.jsa";

    @TempDir
    Path temporary;

    private Path made;
    private Path directory;
    private Path kept;
    private int owner;

    @BeforeEach
    void makeAnArchive() throws IOException {
        made = Files.writeString(temporary.resolve("made"), "classes");
        directory = temporary.resolve("some/cache");
        kept = directory.resolve(NAME);
        owner = (int) Files.getAttribute(made, "unix:uid");
    }

    @Test
    void isCopiedAsItWasMade() throws IOException {
        archive().keep(made);

        assertThat(copied()).isEqualTo("classes");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly(NAME);
    }

    @Test
    void isNotThereAtFirst() throws IOException {
        assertThat(copied()).isEqualTo("none");
        assertThat(directory).doesNotExist();
    }

    /** Cut off by a power cut, changed by a bad disk. */
    @ParameterizedTest
    @ValueSource(strings = {"", "short", "classes", "classes12345678"})
    void whatIsBrokenIsNotUsedAndReplaced(String content) throws IOException {
        archive().keep(made);
        Files.writeString(kept, content);
        assertNotUsedAndReplaced();
    }

    @Test
    void whatIsFarTooLargeIsNotReadAndReplaced() throws IOException {
        archive().keep(made);
        try (FileChannel channel = FileChannel.open(kept, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 5L << 30);
        }
        assertNotUsedAndReplaced();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw--w----", "rw-----w-"})
    void whatOthersMayWriteIsNotUsedAndReplaced(String permissions) throws IOException {
        archive().keep(made);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString(permissions));
        assertNotUsedAndReplaced();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwx-wx---", "rwxrwxrwx"})
    void aDirectoryInWhichOthersMayWriteIsNotUsed(String permissions) throws IOException {
        archive().keep(made);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        assertThat(copied()).isEqualTo("none");

        Files.delete(kept);
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> archive().keep(made))
                .withMessage(directory + ": must be writable by its owner, and by nobody else");
        assertThat(names()).isEmpty();
    }

    @Test
    void aDirectoryMayBeALink() throws IOException {
        Path real = Files.createDirectories(temporary.resolve("real"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(directory.getParent());
        Files.createSymbolicLink(directory, real);

        archive().keep(made);

        assertThat(copied()).isEqualTo("classes");
        assertThat(real.resolve(NAME)).exists();
    }

    @Test
    void aFileOfAnotherUserIsNotUsed() throws IOException {
        archive().keep(made);

        assertThat(new CachedArchive(kept, owner + 1).copyTo(temporary.resolve("copy")))
                .isFalse();
    }

    @Test
    void aLinkIsNotFollowedAndReplaced() throws IOException {
        archive().keep(made);
        Path other = Files.move(kept, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(kept, other);
        assertNotUsedAndReplaced();
        assertThat(Files.isSymbolicLink(kept)).isFalse();
    }

    @Test
    void whatAKilledRunHasBegunIsWrittenOver() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(NAME + ".new"), "much longer than what is kept in the end");

        archive().keep(made);

        assertThat(copied()).isEqualTo("classes");
        assertThat(names()).containsExactly(NAME);
    }

    /** In one JVM a second lock is an exception. */
    @Test
    void isWrittenUnderALock() throws IOException {
        Files.createDirectories(directory);
        try (FileChannel other = FileChannel.open(
                directory.resolve(NAME + ".new"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();

            assertThatExceptionOfType(OverlappingFileLockException.class)
                    .isThrownBy(() -> archive().keep(made));
        }
        assertThat(names()).containsExactly(NAME + ".new");
    }

    @Test
    void thoseThatWereUsedLastStay() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("not ours"), "");
        for (int number = 0; number < 2 * CachedArchive.MOST; number++) {
            Path file = Files.writeString(directory.resolve(old(number)), "");
            Files.writeString(directory.resolve("theirs" + number + ".jsa"), "");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * number));
        }

        archive().keep(made);

        assertThat(names())
                .filteredOn(name -> name.startsWith("0"))
                .hasSize(CachedArchive.MOST)
                .contains(NAME, old(2 * CachedArchive.MOST - 1))
                .doesNotContain(old(0), old(CachedArchive.MOST));
        assertThat(names())
                .contains("not ours")
                .filteredOn(name -> name.startsWith("theirs"))
                .as("archives that are not ours")
                .hasSize(2 * CachedArchive.MOST);
    }

    private static String old(int number) {
        return "00000000-0000-0000-0000-%012x.jsa".formatted(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-xr-xr-x", "---------"})
    void nothingIsKeptWhereItsUserMayNotWrite(String permissions) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> archive().keep(made));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNoFileIsToldAndNotWaitedFor() throws Exception {
        Files.createDirectories(directory);
        Path begun = directory.resolve(NAME + ".new");
        assertThat(new ProcessBuilder("mkfifo", begun.toString()).start().waitFor())
                .isZero();

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> archive().keep(made))
                .withMessage(begun + ": no regular file");
    }

    @Test
    void aLinkThatLeadsNowhereIsToldAsThat() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.createSymbolicLink(directory, temporary.resolve("nowhere"));

        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> archive().keep(made))
                .withMessage(directory + ": a symbolic link that leads nowhere");
    }

    @Test
    void useKeepsItYoung() throws IOException {
        archive().keep(made);
        Files.setLastModifiedTime(kept, FileTime.fromMillis(0));

        assertThat(copied()).isEqualTo("classes");
        assertThat(Files.getLastModifiedTime(kept).toMillis()).isPositive();
    }

    private void assertNotUsedAndReplaced() throws IOException {
        assertThat(copied()).isEqualTo("none");

        archive().keep(made);
        assertThat(copied()).isEqualTo("classes");
    }

    private CachedArchive archive() {
        return new CachedArchive(kept, owner);
    }

    private String copied() throws IOException {
        Path copy = temporary.resolve("copy");
        Files.deleteIfExists(copy);
        return archive().copyTo(copy) ? new String(Files.readAllBytes(copy), UTF_8) : "none";
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
