package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.disk;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Test;

/** File systems on loop devices: root has them, the kernel refuses them to everybody else. */
class DiskTests extends LaboratoryTestCase {

    private static final long ALL = Tree.FileSystem.ALL;

    DiskTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void isAnEmptyFileSystemOfItsOwn() throws IOException {
        assertOnDisk(
                "stat -f -c %T at; ls -A at; stat -c %a at; echo text >at/file && sync && cat at/file",
                "ext2/ext3\n1777\ntext\n", disk(directory("at"), ALL, false));
    }

    @Test
    void hasASize() throws IOException {
        assertOnDisk(
                "head -c 5000000 /dev/zero 2>/dev/null >at/file || echo full; [ $(stat -c %s at/file) -gt 2000000 ] && echo most",
                "full\nmost\n", disk(directory("at"), ALL, false));
    }

    @Test
    void canBeFull() throws IOException {
        assertOnDisk(
                ": >at/empty && echo made; head -c 1 /dev/zero 2>&1 >at/file | sed 's/.*: //'; stat -c %s at/file",
                "made\nNo space left on device\n0\n", disk(directory("at"), 0, false));
    }

    @Test
    void canBeFullDownToWhatIsForRoot() throws IOException {
        assertOnDisk(
                "head -c 4096 /dev/zero 2>/dev/null >at/file || echo full",
                "full\n",
                disk(directory("at"), 0, false, "-m", "20"));
    }

    @Test
    void canHaveSoMuchLeft() throws IOException {
        assertOnDisk(
                "head -c 8192 /dev/zero >at/file && echo fits; head -c 65536 /dev/zero 2>/dev/null >at/more || echo full",
                "fits\nfull\n",
                disk(directory("at"), 65_536, false));
    }

    @Test
    void canBeReadOnlyWithMountsInIt() throws IOException {
        assertOnDisk(
                "touch at/x 2>&1 | sed 's/.*: //'; echo text >at/new/file && cat at/new/file",
                "Read-only file system\ntext\n",
                disk(directory("at"), ALL, true),
                tmpfs(home.resolve("at/new")));
    }

    @Test
    void goesWithTheLastWhoHasIt() throws IOException {
        assertOnDisk("echo", "\n", disk(directory("at"), ALL, false), disk(directory("other"), ALL, false));
    }

    @Test
    void takesOptionsOfMkfs() throws IOException {
        assertOnDisk("stat -f -c %S at", "1024\n", disk(directory("at"), ALL, false, "-b", "1024"));
    }

    @Test
    void whatMkfsRefusesIsTold() throws IOException {
        if (laboratory.mountsDisks()) {
            assertThat(refusal(disk(directory("at"), ALL, false, "-b", "777")))
                    .startsWith(
                            "@DiskMount(at = \"~/at\"): `type` and `mkfsOptions` mean /usr/sbin/mkfs.ext4 -q -F -m 0 -b 777,"
                                    + " which ended with status 1: correct them. It said: ")
                    .contains("invalid block size - 777");
        }
    }

    @Test
    void mkfsWritesNothingButTheDisk() throws IOException {
        Path file = file("file", "of the host");
        MountPlan disk = new MountPlan(
                directory("at").toString(),
                new Tree.Disk(
                        "ext4",
                        new DiskContent.Made(
                                List.of("sh", "-c", "echo x >\"$0\"; cat /dev/zero", file.toString()),
                                1 << 20,
                                "700",
                                Map.of(),
                                ALL,
                                null),
                        Map.of()),
                false,
                List.of(),
                "@DiskMount");

        if (laboratory.mountsDisks()) {
            assertThat(refusal(disk))
                    .contains("cannot create ~/file: Read-only file system", "cat: /dev/zero: Permission denied");
        }
        assertThat(file).hasContent("of the host");
    }

    @Test
    void anImageIsReadAndNeverWritten() throws IOException {
        Path image = newImage("ext4", "-d", directory("content").toString());

        assertOnDisk(
                "cat at/file; touch at/x 2>&1 | sed 's/.*: //'",
                "of the image\nRead-only file system\n",
                Plans.image(image, directory("at"), "ext4", true));
        assertOnDisk(
                "cat at/file; echo changed >at/file && cat at/file",
                "of the image\nchanged\n",
                Plans.image(image, directory("at"), "ext4", false));
    }

    @Test
    void mountPointsThatAnImageLacks() throws IOException {
        Path image = newImage("ext4", "-d", directory("content").toString());

        assertOnDisk(
                "cat at/file; echo text >at/new/file && cat at/new/file; cat at/file/x 2>/dev/null || echo no",
                "of the image\ntext\nno\n",
                Plans.image(image, directory("at"), "ext4", true),
                tmpfs(home.resolve("at/new")));
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path file = file("file", "x".repeat(70_000));

        if (laboratory.mountsDisks()) {
            assertThat(refusal(Plans.image(file, directory("at"), "squashfs", true)))
                    .startsWith("@ImageMount(at = \"~/at\"): fsconfig(")
                    .contains(": EINVAL")
                    .contains("The kernel does not take it as squashfs: it may be damaged, or be another file system");
        }
    }

    @Test
    void aKernelThatDoesNotKnowTheTypeSaysSo() throws IOException {
        if (laboratory.mountsDisks()) {
            assertThat(refusal(Plans.image(file("file", "x"), directory("at"), "nosuchfs", true)))
                    .isEqualTo(
                            "@ImageMount(at = \"~/at\"): fsopen(\"nosuchfs\"): ENODEV. The kernel has no nosuchfs: load the"
                                    + " module (sudo modprobe nosuchfs), or write another type");
        }
    }

    private Path newImage(String type, String... options) throws IOException {
        Files.writeString(home.resolve("content/file"), "of the image\n");
        Path image = file("image", "");
        List<String> command = Stream.of(
                        Stream.of("/usr/sbin/mkfs." + type, "-q", "-F"),
                        Stream.of(options),
                        Stream.of(image.toString(), "4m"))
                .flatMap(words -> words)
                .toList();
        Process mkfs = new ProcessBuilder(command).inheritIO().start();
        assertThat(mkfs.onExit().join().exitValue()).isZero();
        return image;
    }

    /** By hand too; afterwards no loop device is left, and what was the image is as before. */
    private void assertOnDisk(String script, String expected, MountPlan... mounts) throws IOException {
        Map<Path, byte[]> images = images(mounts);
        if (!laboratory.mountsDisks()) {
            assertThat(refusal(mounts))
                    .contains("/dev/loop-control")
                    .containsAnyOf("A container lets nobody use loop devices", "There are no loop devices here");
            return;
        }
        Observation laid = laidKeeping(List.of(), script, mounts);
        assertThat(laid.output()).isEqualTo(expected);
        ByHand.assertSame(laboratory, laid);
        for (Map.Entry<Path, byte[]> each : images.entrySet()) {
            assertThat(Files.readAllBytes(each.getKey())).isEqualTo(each.getValue());
        }
        assertNoLoopDeviceIsLeft();
    }

    private static Map<Path, byte[]> images(MountPlan... mounts) throws IOException {
        Map<Path, byte[]> images = new HashMap<>();
        for (MountPlan mount : mounts) {
            if (mount.tree() instanceof Tree.Disk disk && disk.content() instanceof DiskContent.Image image) {
                images.put(Path.of(image.file()), Files.readAllBytes(Path.of(image.file())));
            }
        }
        return images;
    }

    /** The kernel takes a file system away some time after the last process that has it has ended. */
    private static void assertNoLoopDeviceIsLeft() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (isLoopDeviceLeft()) {
            assertThat(System.nanoTime()).as("loop devices are left").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static boolean isLoopDeviceLeft() throws IOException {
        try (Stream<Path> devices = Files.list(Path.of("/sys/block"))) {
            return devices.map(device -> device.resolve("loop/backing_file")).anyMatch(DiskTests::isOfThisTest);
        }
    }

    private static boolean isOfThisTest(Path backingFile) {
        try {
            String name = Files.readString(backingFile).strip();
            return name.contains("/disk") || name.endsWith("/image");
        } catch (IOException notInUse) {
            return false;
        }
    }
}
