package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindWith;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.isolatedmounts.internal.availability.trial.RefusedCall;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.junit.jupiter.api.Test;

class RefusalTests extends LaboratoryTestCase {

    RefusalTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void tmpfsOnAFile() throws IOException {
        assertThat(refusal(tmpfs(file("at", ""))))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/at\"): a directory cannot be mounted on the mount point ~/at, which is a"
                                + " file");
    }

    @Test
    void directoryOnAFile() throws IOException {
        assertThat(refusal(bind(directory("source"), file("at", ""))))
                .isEqualTo(
                        "@BindMount(at = \"~/at\"): a directory cannot be mounted on the mount point ~/at, which is a"
                                + " file");
    }

    @Test
    void fileOnADirectory() throws IOException {
        assertThat(refusal(bind(file("source", ""), directory("at"))))
                .isEqualTo("@BindMount(at = \"~/at\"): a file cannot be mounted on the mount point ~/at, which is a"
                        + " directory");
    }

    @Test
    void missingSource() throws IOException {
        assertThat(refusal(bind(home.resolve("nowhere"), directory("at"))))
                .isEqualTo("@BindMount(at = \"~/at\"): the source ~/nowhere does not exist (ENOENT)");
        assertThat(refusal(bind(file("source", "") + "/below", directory("at"))))
                .isEqualTo("@BindMount(at = \"~/at\"): the source ~/source/below does not exist (ENOTDIR)");
    }

    @Test
    void linkThroughADirectoryThatDoesNotExistAndBack() throws IOException {
        Files.createSymbolicLink(home.resolve("link"), Path.of("nowhere/../at/all"));

        assertThat(refusal(tmpfs(home.resolve("link/below"))))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/link/below\"): the mount point ~/link/below cannot be reached: ~/nowhere,"
                                + " which a symbolic link leads through, does not exist (ENOENT)");
    }

    @Test
    void circleOfLinks() throws IOException {
        Files.createSymbolicLink(home.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(home.resolve("b"), Path.of("a"));

        assertThat(refusal(tmpfs(home.resolve("a"))))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/a\"): the mount point ~/a cannot be reached: the symbolic link ~/a leads"
                                + " through more than 40 others (ELOOP)");
    }

    @Test
    void fileInTheMiddle() throws IOException {
        file("file", "");

        assertThat(refusal(tmpfs(home.resolve("file/at/deep"))))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/file/at/deep\"): the mount point ~/file/at/deep cannot be reached: ~/file is"
                                + " not a directory (ENOTDIR)");
    }

    @Test
    void nameTooLong() throws IOException {
        String name = "x".repeat(256);

        assertThat(refusal(tmpfs(home.resolve(name))))
                .endsWith(" cannot be reached: the name " + name + " is too long for the directory ~ (ENAMETOOLONG)");
    }

    @Test
    void missingBelowProc() throws IOException {
        assertThat(refusal(tmpfs("/proc/nothing/here")))
                .isEqualTo(
                        "@TmpfsMount(at = \"/proc/nothing/here\"): the mount point /proc/nothing/here does not exist, and"
                                + " nothing can be made in /proc");
    }

    @Test
    void optionThatTheKernelDoesNotTake() throws IOException {
        assertThat(refusal(tmpfs(directory("at"), "12q", 5, "1777")))
                .matches(
                        "@TmpfsMount\\(at = \"~/at\"\\): fsconfig\\(\\d+, \"size=12q\"\\): EINVAL \\(tmpfs: Bad value for"
                                + " 'size'\\)\\. The tmpfs was asked for with \\{\"size=12q\", \"nr_inodes=5\", \"mode=1777\"\\}; tmpfs\\(5\\) has"
                                + " the rules");
        assertThat(refusal(tmpfs(home.resolve("at"), "1m", 5, "999"))).contains("\"mode=999\"", "Bad value for 'mode'");
    }

    @Test
    void optionThatIsLockedForAnOrdinaryUser() throws IOException {
        MountPlan bind = bindWith(directory("source"), directory("at"), "noexec", "noatime");

        if (laboratory.isRoot()) {
            assertThat(laid("findmnt -no OPTIONS at", bind)).contains("noexec,noatime");
        } else {
            assertThat(refusal(bind))
                    .isEqualTo("@BindMount(at = \"~/at\"): `options` must not be NOATIME for an ordinary user (EPERM,"
                            + " mount_setattr(2)), as the host has mounted the source with others: the kernel locks how it"
                            + " keeps access times, and noexec, nosuid and nodev if it has them (mount_namespaces(7))."
                            + " Leave that out, copy with @TmpfsMount(copyOf), or run as root")
                    .matches(message -> RefusedCall.in(message).isEmpty(), "no word of what the machine forbids");
        }
    }

    @Test
    void modeOrMaskThatKeepsAnOrdinaryUserOut() throws IOException {
        List<KeptPath> kept = List.of(KeptPath.read(directory("libraries/classes") + ""));
        MountPlan closed = tmpfs(home.resolve("libraries"), "1m", 9, "0");
        MountPlan masked = Plans.masked(home.resolve("libraries"), false);

        if (laboratory.isRoot()) {
            assertThat(laidKeeping(kept, "ls -d libraries/classes", masked).output())
                    .isEqualTo("libraries/classes\n");
        } else {
            assertThat(refusal(kept, closed))
                    .isEqualTo(
                            "@TmpfsMount(at = \"~/libraries\"): it would keep the JVM of the test from reading"
                                    + " ~/libraries/classes (EACCES): give it a `mode` that lets the user in, or mount beside that");
            assertThat(refusal(kept, masked))
                    .isEqualTo("@MaskedPath(\"~/libraries\"): it would keep the JVM of the test from reading"
                            + " ~/libraries/classes (EACCES): mask single directories and files beside that");
            assertThat(refusal(Plans.masked(home, false)))
                    .isEqualTo(
                            "@MaskedPath(\"~\"): it would keep the JVM of the test out of its working directory ~ (EACCES):"
                                    + " mask single directories and files beside that");
        }
    }

    @Test
    void mountOnADirectoryThatTheJvmReads() throws IOException {
        Path classes = directory("classes");

        assertThat(refusal(List.of(KeptPath.read(classes.toString())), tmpfs(classes)))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/classes\"): it would hide ~/classes, which the JVM of the test reads (it is"
                                + " on the class path, or the JDK): mount above or below it, where it can be bound back");
    }

    @Test
    void mountOnAFileThatAnAgentWrites() throws IOException {
        Path data = file("data.exec", "");

        assertThat(refusal(List.of(KeptPath.written(data.toString())), bind(file("other", ""), data)))
                .isEqualTo(
                        "@BindMount(at = \"~/data.exec\"): it would hide ~/data.exec, which the JVM of the test writes"
                                + " (an option of an agent names it): mount above or below it, where it can be bound back");
    }

    @Test
    void mountThatAnotherOneHides() throws IOException {
        Path real = directory("real");
        Files.createSymbolicLink(home.resolve("link"), real);

        assertThat(refusal(tmpfs(real), tmpfs(home.resolve("link"))))
                .isEqualTo(
                        "@TmpfsMount(at = \"~/real\"): the mount is hidden by another one of the same layout, whose mount"
                                + " point leads to ~/real or above it through a symbolic link");
    }

    @Test
    void directoryOfSomebodyElse() throws IOException {
        Path closed = laboratory.directoryOfTheTestRunner("closed");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        String ofClosed = refusalUnlessOwner(tmpfs(closed.resolve("at")), closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx--x--x"));
        String ofUnreadable = refusalUnlessOwner(tmpfs(closed.resolve("at")), closed);

        if (laboratory.isOfTheTestRunner()) {
            assertThat(ofClosed + ofUnreadable).isEmpty();
        } else {
            assertThat(ofClosed)
                    .isEqualTo(
                            "@TmpfsMount(at = \"~/at\"): the mount point ~/at cannot be reached: no permission to look into"
                                    + " the directory ~ (EACCES)");
            assertThat(ofUnreadable)
                    .isEqualTo(
                            "@TmpfsMount(at = \"~/at\"): openat(AT_FDCWD, \"~\", 0x80000): EACCES. If a mount point is"
                                    + " missing, the entries of the directory in which it is made are bound into a copy, so that"
                                    + " directory must be readable: make it so, or make the mount point on the host");
        }
    }

    private String refusalUnlessOwner(MountPlan plan, Path directory) throws IOException {
        return laboratory.lay("", plan).refusal().replace(directory.toString(), "~");
    }
}
