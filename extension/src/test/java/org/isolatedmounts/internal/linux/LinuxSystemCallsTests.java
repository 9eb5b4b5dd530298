package org.isolatedmounts.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_SYMLINK_NOFOLLOW;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_PATH;
import static org.isolatedmounts.internal.linux.Flags.O_RDONLY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls that need no privilege; laying tests the others. */
class LinuxSystemCallsTests {

    private final SystemCalls calls = new LinuxSystemCalls();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void errorsTellOperationOperandsAndName() {
        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(() -> calls.openat(AT_FDCWD, directory + "/nowhere", O_CLOEXEC, 0))
                .withMessage("openat(AT_FDCWD, \"" + directory + "/nowhere\", 0x80000): ENOENT")
                .matches(e -> e.is(Errno.EPERM, Errno.ENOENT))
                .matches(e -> e.isOf("openat") && !e.isOf("open"));
        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(() -> calls.fchdir(-1))
                .withMessage("fchdir(-1): EBADF");
        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(() -> calls.openTree(-1, "name", Flags.OPEN_TREE_CLOEXEC))
                .withMessage("open_tree(-1, \"name\", 0x80000): EBADF");
    }

    @Test
    void statusIsThatOfTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        FileStatus status = calls.statx(AT_FDCWD, file.toString(), 0);

        assertThat(status.inode()).isEqualTo(Files.getAttribute(file, "unix:ino"));
        assertThat(status.mode()).isEqualTo(Files.getAttribute(file, "unix:mode"));
        assertThat(status.user()).isEqualTo(Files.getAttribute(file, "unix:uid"));
        assertThat(status.isDirectory() || status.isSymbolicLink()).isFalse();
        assertThat(status.isSameFileAs(calls.statx(AT_FDCWD, link.toString(), 0)))
                .isTrue();
        FileStatus ofLink = calls.statx(AT_FDCWD, link.toString(), AT_SYMLINK_NOFOLLOW);
        assertThat(ofLink.inode()).isEqualTo(Files.getAttribute(link, "unix:ino", LinkOption.NOFOLLOW_LINKS));
        assertThat(ofLink.isSymbolicLink()).isTrue();
        assertThat(mountIdOf(directory)).isEqualTo(status.mountId());
    }

    /** From the fdinfo of a descriptor. */
    private long mountIdOf(Path path) throws IOException {
        int descriptor = calls.openat(AT_FDCWD, path.toString(), O_RDONLY | O_CLOEXEC, 0);
        String info = Files.readString(Path.of("/proc/self/fdinfo/" + descriptor));
        calls.close(descriptor);
        return Long.parseLong(info.lines()
                .filter(line -> line.startsWith("mnt_id:"))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", ""));
    }

    /** Others may write to it at the same time. */
    @Test
    void aFilesystemIsAsLargeAsTheJdkSays() throws IOException {
        int descriptor = calls.openat(AT_FDCWD, directory.toString(), O_PATH | O_CLOEXEC, 0);
        FileSystemStatus status = calls.fstatfs(descriptor);
        calls.close(descriptor);

        FileStore store = Files.getFileStore(directory);
        assertThat(status.size()).isEqualTo(store.getTotalSpace()).isPositive();
        assertThat(status.free()).isCloseTo(store.getUnallocatedSpace(), withinPercentage(5));
        assertThat(status.available()).isCloseTo(store.getUsableSpace(), withinPercentage(5));
        assertThat(status.freeInodes()).isBetween(0L, status.inodes());
        assertThatExceptionOfType(SystemCallException.class)
                .isThrownBy(() -> calls.fstatfs(-1))
                .withMessage("fstatfs(-1): EBADF");
    }

    @Test
    void directoriesAreListedInWhole() throws IOException {
        calls.symlinkat("anything", AT_FDCWD, directory + "/link");
        for (int i = 0; i < 2000; i++) {
            calls.mkdirat(AT_FDCWD, directory + "/a rather long name, so that one buffer is not enough " + i, 0700);
        }
        int descriptor = calls.openat(AT_FDCWD, directory.toString(), O_RDONLY | O_CLOEXEC, 0);

        assertThat(calls.getdents(descriptor))
                .hasSize(2001)
                .filteredOn(entry -> entry.kind() == DirectoryEntry.Kind.SYMBOLIC_LINK)
                .containsExactly(new DirectoryEntry("link", DirectoryEntry.Kind.SYMBOLIC_LINK));
        assertThat(calls.readlinkat(descriptor, "link")).isEqualTo("anything");
        calls.close(descriptor);
    }

    @Test
    void filesAreRead() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "text");
        int descriptor = calls.openat(AT_FDCWD, file.toString(), O_RDONLY | O_CLOEXEC, 0);

        assertThat(calls.read(descriptor, 3)).isEqualTo("tex".getBytes(StandardCharsets.UTF_8));
        assertThat(calls.read(descriptor, 3)).hasSize(1);
        assertThat(calls.read(descriptor, 3)).isEmpty();
        calls.close(descriptor);
    }

    @Test
    void errorNumbersHaveNames() {
        assertThat(Errno.name(Errno.EPERM)).isEqualTo("EPERM");
        assertThat(Errno.name(Errno.EINVAL)).isEqualTo("EINVAL");
        assertThat(Errno.name(Errno.ENAMETOOLONG)).isEqualTo("ENAMETOOLONG");
        assertThat(Errno.name(Errno.ELOOP)).isEqualTo("ELOOP");
        assertThat(Errno.name(Errno.ENODATA)).isEqualTo("ENODATA");
        assertThat(Errno.name(Errno.EOVERFLOW)).isEqualTo("EOVERFLOW");
        assertThat(Errno.name(133)).isEqualTo("EHWPOISON");
        assertThat(IntStream.of(0, 134).mapToObj(Errno::name)).containsExactly("errno 0", "errno 134");
    }
}
