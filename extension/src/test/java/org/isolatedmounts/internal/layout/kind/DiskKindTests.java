package org.isolatedmounts.internal.layout.kind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.layout.value.MissingRightsException;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.DiskSpec;
import org.isolatedmounts.layout.ImageSpec;
import org.isolatedmounts.layout.MountSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root; everybody else is refused what is right, too. */
class DiskKindTests {

    private static final DiskSpec DISK = MountSpec.disk("/d");

    @TempDir
    private Path temporary = Path.of("/");

    @Test
    void isAnExt4By64MebibytesUnlessSaid() throws IOException {
        accept(
                DISK,
                new Tree.Disk(
                        "ext4",
                        new DiskContent.Made(
                                List.of(program("mkfs.ext4"), "-q", "-F", "-m", "0"),
                                64 << 20,
                                "1777",
                                Map.of(),
                                Tree.FileSystem.ALL,
                                null),
                        Map.of()));
        accept(
                DISK.type("ext2")
                        .size("1m")
                        .mode("0700")
                        .owner(isRoot() ? "1:2" : "")
                        .free("4k")
                        .mkfsOptions("-L", "a b")
                        .superOptions("errors=remount-ro", "discard"),
                new Tree.Disk(
                        "ext2",
                        new DiskContent.Made(
                                List.of(program("mkfs.ext2"), "-q", "-F", "-m", "0", "-L", "a b"),
                                1 << 20,
                                "700",
                                Map.of("uid", "1", "gid", "2"),
                                4096,
                                null),
                        Map.of("errors", "remount-ro", "discard", "")));
    }

    @Test
    void refusesWhatCannotBeMade() throws IOException {
        refuse(
                DISK.type("nosuch"),
                "@DiskMount: `type` must be a file system that this machine can make, but is \"nosuch\"; there is no program"
                        + " mkfs.nosuch, neither on PATH nor in /usr/sbin, /sbin, /usr/local/sbin: install it (e2fsprogs,"
                        + " xfsprogs, btrfs-progs), or write another type; what has no disk, such as a tmpfs, has an"
                        + " annotation of its own");
        refuse(
                DISK.type("../ext4"),
                "@DiskMount: `type` must be the name of a file system, but is \"../ext4\"; write for example \"ext4\"");
        refuse(
                DISK.size("1023k"),
                "@DiskMount: `size` must be at least 1m for ext4, but is \"1023k\"; write a larger size, or another `type`:"
                        + " ext4 takes the least");
        refuse(
                DISK.size("10%"),
                "@DiskMount: `size` must be a whole number with the suffix k, m, g or none, but is \"10%\"; write for example"
                        + " \"64m\" for 64 MiB");
        refuse(
                DISK.size("0"),
                "@DiskMount: `size` must be greater than zero and at most 16 TiB, but is \"0\"; write another size");
        refuse(
                DISK.free("64m"),
                "@DiskMount: `free` must be less than `size`, which is \"64m\", but is \"64m\"; leave it out, or write a larger"
                        + " `size`");
        refuse(
                DISK.mkfsOptions("-b", ""),
                "@DiskMount: `mkfsOptions` must not be empty, but are \"\"; write one word of the command line in each string");
        refuse(
                DISK.superOptions("ro"),
                "@DiskMount: `superOptions` must not be options that have an attribute, but are \"ro\"; write `readOnly` instead");
    }

    @Test
    void recognisesImages() throws IOException {
        for (Map.Entry<String, Map.Entry<Integer, String>> each : Map.of(
                        "squashfs", Map.entry(0, "hsqs"),
                        "erofs", Map.entry(1024, "\u00e2\u00e1\u00f5\u00e0"),
                        "ext4", Map.entry(1080, "S\u00ef"),
                        "xfs", Map.entry(0, "XFSB"),
                        "btrfs", Map.entry(0x10040, "_BHRfS_M"),
                        "iso9660", Map.entry(32_769, "CD001"))
                .entrySet()) {
            byte[] content = new byte[70_000];
            byte[] magic = each.getValue().getValue().getBytes(ISO_8859_1);
            System.arraycopy(magic, 0, content, each.getValue().getKey(), magic.length);
            Path image = Files.write(temporary.resolve("image"), content);
            accept(
                    MountSpec.image(image.toString()).at("/i"),
                    new Tree.Disk(each.getKey(), new DiskContent.Image(image.toString(), false), Map.of()));
        }
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "text");
        String attribute = "@ImageMount: `source` ";

        refuse(
                MountSpec.image(file.toString()).at("/i"),
                attribute + "must be a file system image, but is \"" + file
                        + "\"; there is no superblock of squashfs, erofs, ext4, xfs, btrfs or iso9660 in it: correct the path, or"
                        + " write the `type`");
        refuse(
                MountSpec.image(temporary.toString()).at("/i"),
                attribute + "must be a file, but is \"" + temporary
                        + "\"; there is a directory or a special file: a directory can be had by @BindMount");
        refuse(
                MountSpec.image("missing").at("/i"),
                attribute
                        + "must exist (ENOENT), but is \"missing\"; the host has no file \"/project/missing\": make it before"
                        + " the run, or correct the path (a relative one starts at the project)");
        refuse(
                MountSpec.image("classpath:/x").at("/i"),
                attribute
                        + "must exist on the class path of the tests, but is \"classpath:/x\"; there is no resource \"x\": correct"
                        + " the name, which starts at the root of the class path");
        refuse(
                MountSpec.image(file.toString()).at("/i").type("squashfs").readOnly(false),
                "@ImageMount: `readOnly` must be true for squashfs, which cannot be written, but is false; leave it out, and"
                        + " declare an @OverlayMount at another mount point if the test is to change files: lower = \"layout:/i\"");
        refuse(
                MountSpec.image(file.toString()).at("/i").type("proc"),
                "@ImageMount: `type` must be a file system that is on a disk, but is \"proc\"; for the kernel of this machine it is"
                        + " none (nodev in /proc/filesystems): leave it out");
        Path squashfs = Files.writeString(temporary.resolve("squashfs"), "hsqs");
        refuse(
                MountSpec.image(squashfs.toString()).at("/i").type("ext4"),
                "@ImageMount: `type` must be that of the image, which is squashfs, but is \"ext4\"; leave it out");
        accept(
                MountSpec.image(file.toString()).at("/i").type("vfat").readOnly(false),
                new Tree.Disk("vfat", new DiskContent.Image(file.toString(), true), Map.of()));
    }

    private static String program(String name) {
        return Mkfs.find(name).orElseThrow();
    }

    private static void accept(DiskSpec spec, Tree tree) throws IOException {
        assertIs(
                tree, () -> new DiskKind().plan(spec, declaration("@DiskMount")).tree());
    }

    private static void accept(ImageSpec spec, Tree tree) throws IOException {
        assertIs(
                tree,
                () -> new ImageKind().plan(spec, declaration("@ImageMount")).tree());
    }

    private static void assertIs(Tree expected, Supplier<Tree> tree) throws IOException {
        if (isRoot()) {
            assertThat(tree.get()).isEqualTo(expected);
        } else {
            assertThatExceptionOfType(MissingRightsException.class)
                    .isThrownBy(tree::get)
                    .withMessageMatching(
                            "@(Disk|Image)Mount: needs root with CAP_SYS_ADMIN outside of user namespaces, as for"
                                    + " others the kernel mounts no file system that is on a disk; run the tests as root, or .*");
        }
    }

    private static void refuse(DiskSpec spec, String message) throws IOException {
        assertRefused(message, () -> new DiskKind().plan(spec, declaration("@DiskMount")));
    }

    private static void refuse(ImageSpec spec, String message) throws IOException {
        assertRefused(message, () -> new ImageKind().plan(spec, declaration("@ImageMount")));
    }

    private static void assertRefused(String message, ThrowingCallable plan) throws IOException {
        assertThatExceptionOfType(InvalidLayoutException.class).isThrownBy(plan).withMessage(message);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Declaration declaration(String declaredBy) {
        return new Declaration(
                declaredBy, Path.of("/project"), key -> Optional.empty(), DiskKindTests.class.getClassLoader());
    }
}
