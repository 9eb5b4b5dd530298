package org.isolatedmounts.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.isolatedmounts.internal.layout.IsolationTests.layout;
import static org.isolatedmounts.internal.layout.IsolationTests.method;
import static org.isolatedmounts.internal.layout.IsolationTests.mountPoints;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.HostMounts;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.OutOfInodes;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.SeparateDevices;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Which mounts the annotations of a test declare. */
class DeclaredLayoutTests {

    private static final String HERE = DeclaredLayoutTests.class.getName() + "$";

    @Test
    void readsEveryAttribute() {
        LayoutPlan layout = layout(Isolation.of(AttributesTestCase.class), Path.of("/"), IsolationTests::noParameter);

        assertThat(layout.mounts())
                .containsExactly(
                        new MountPlan(
                                "/full",
                                new Tree.FileSystem(
                                        "tmpfs", "tmpfs", Map.of("size", "16k", "nr_inodes", "3", "mode", "700")),
                                true,
                                List.of("noexec", "suid", "dev"),
                                "@TmpfsMount(at = \"/full/\") on class " + HERE + "AttributesTestCase"),
                        new MountPlan(
                                "/plain",
                                new Tree.FileSystem(
                                        "tmpfs", "tmpfs", Map.of("size", "64m", "nr_inodes", "65536", "mode", "1777")),
                                false,
                                List.of("nosuid", "nodev"),
                                "@TmpfsMount(at = \"/plain\") on class " + HERE + "AttributesTestCase"),
                        new MountPlan(
                                "/bound",
                                new Tree.Copy(Source.ofHost("/etc"), false),
                                false,
                                List.of("nosymfollow", "noatime"),
                                "@BindMount(at = \"//bound\") on class " + HERE + "AttributesTestCase"),
                        new MountPlan(
                                "/plainly-bound",
                                new Tree.Copy(Source.ofHost("/etc"), true),
                                true,
                                List.of(),
                                "@BindMount(at = \"/plainly-bound\") on class " + HERE + "AttributesTestCase"));
    }

    @Test
    void anIsolatedTestNeedsNoMounts() {
        assertThat(layout(Isolation.of(IsolationTests.DirectTestCase.class)).mounts())
                .isEmpty();
    }

    @Test
    void addsInnerSetsToOuterOnesAndReplacesWhatIsAtTheSameMountPoint() {
        Isolation isolation =
                Isolation.of(OuterTestCase.InnerTestCase.class, method(OuterTestCase.InnerTestCase.class, "test"));

        assertThat(layout(isolation).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactly(
                        "@TmpfsMount(at = \"/super-interface\") on interface " + HERE + "SuperInterface",
                        "@TmpfsMount(at = \"/interface\") on interface " + HERE + "SubInterface",
                        "@TmpfsMount(at = \"/superclass\") on class " + HERE + "BaseTestCase",
                        "@TmpfsMount(at = \"/outer\") on class " + HERE + "OuterTestCase",
                        "@TmpfsMount(at = \"/inner\") on class " + HERE + "OuterTestCase$InnerTestCase",
                        "@TmpfsMount(at = \"/method/\") on method " + HERE
                                + "OuterTestCase$InnerTestCase.test(TestInfo, int[])");
    }

    @Test
    void aClassWinsOverAnyInterface() {
        assertThat(layout(Isolation.of(ClassWinsTestCase.class)).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactly("@TmpfsMount(at = \"/contested\") on class " + HERE + "ContestedBaseTestCase");
    }

    @Test
    void ofTwoInterfacesNoneIsNearer() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(TwoInterfacesTestCase.class)))
                .withMessage(
                        "@FullDisk(\"/rival\") on interface " + HERE + "OtherRival: `value` must differ between the"
                                + " mounts of the interfaces of one class, but @TmpfsMount(at = \"/rival\") on interface "
                                + HERE
                                + "Rival mounts at \"/rival\" as well, and nothing says which one comes first; remove one of them");
        assertThat(layout(Isolation.of(DecidingTestCase.class)).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactly("@OutOfInodes(\"/rival\") on class " + HERE + "DecidingTestCase");
        assertThat(layout(Isolation.of(NearerInterfaceTestCase.class)).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactly("@FullDisk(\"/rival\") on interface " + HERE + "OtherRival");
    }

    @Test
    void collectsDirectRepeatedAndComposedAnnotationsIntoOneSet() {
        assertThat(layout(Isolation.of(ComposedTestCase.class)).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactlyInAnyOrder(
                        "@TmpfsMount(at = \"/a\") on class " + HERE + "ComposedTestCase",
                        "@TmpfsMount(at = \"/b\") on class " + HERE + "ComposedTestCase",
                        "@TmpfsMount(at = \"/c\") of @" + HERE + "Composed on class " + HERE + "ComposedTestCase",
                        "@TmpfsMount(at = \"/d\") of @" + HERE + "Composed on class " + HERE + "ComposedTestCase",
                        "@BindMount(at = \"/e\") of @" + HERE + "MoreComposed of @" + HERE + "Composed on class " + HERE
                                + "ComposedTestCase");
    }

    @Test
    void looksIntoComposedAnnotationsThatAreRepeated() {
        assertThat(mountPoints(Isolation.of(RepeatedComposedTestCase.class))).containsExactly("/repeated");
    }

    @Test
    void endsWhereAnnotationsAnnotateEachOther() {
        assertThat(mountPoints(Isolation.of(CyclicTestCase.class))).containsExactly("/cyclic");
    }

    @Test
    void laysParentsBeforeChildren() {
        assertThat(mountPoints(Isolation.of(ChildFirstTestCase.class))).containsExactly("/data", "/data/cache");
    }

    @Test
    void refusesTwoMountsAtOneMountPointOfOneClass() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(TwiceTestCase.class)))
                .withMessage("@TmpfsMount(at = \"/c/\") on class " + HERE
                        + "TwiceTestCase: `at` must differ between the mounts of one class or method, but"
                        + " @BindMount(at = \"/c\") on class " + HERE
                        + "TwiceTestCase mounts at \"/c\" as well, and nothing says which one comes first; remove one of"
                        + " them");
    }

    @Test
    void aDirectMountReplacesAComposedOne() {
        assertThat(layout(Isolation.of(DirectAndComposedTestCase.class)).mounts())
                .extracting(MountPlan::declaredBy)
                .containsExactly("@BindMount(at = \"/c\") on class " + HERE + "DirectAndComposedTestCase");
    }

    @Test
    void ofTwoComposedMountsNoneReplacesTheOther() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(TwiceComposedTestCase.class)))
                .withMessageContaining("`at` must differ between the mounts of one class or method");
    }

    @Test
    void theInnermostSaysWhichPropagationTheHostsMountsHave() {
        assertThat(layout(Isolation.of(SlaveTestCase.class)).hostMounts()).isEqualTo(PropagationType.SLAVE);
        assertThat(layout(Isolation.of(SlaveTestCase.class, method(SlaveTestCase.class, "shared")))
                        .hostMounts())
                .isEqualTo(PropagationType.SHARED);
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(SlaveTestCase.class, method(SlaveTestCase.class, "unbindable"))))
                .withMessage("@HostMounts(propagation = UNBINDABLE) on method " + HERE
                        + "SlaveTestCase.unbindable(): `propagation` must be PRIVATE, SLAVE, SHARED or SLAVE_AND_SHARED, but is"
                        + " UNBINDABLE; declare what is to be unbindable as a @BindMount of its own");
        assertThat(Isolation.of(SlaveTestCase.class).isolatedBy())
                .contains("@HostMounts(propagation = SLAVE) on class " + HERE + "SlaveTestCase");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "options"))))
                .withMessage(
                        "@BindMount(at = \"/data\") on method " + HERE + "InvalidTestCase.options(): `options` must"
                                + " not contradict each other, but are RELATIME, NOATIME; leave all but one of these out");
    }

    @Test
    void namesTheDeclarationOfAnInvalidValue() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(
                        () -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "relative"))))
                .withMessage(
                        "@TmpfsMount(at = \"da\\nta\") on method " + HERE + "InvalidTestCase.relative(): `at` must be"
                                + " an absolute path, but is \"da\\nta\"; write \"/da\\nta\", or \"${basedir}/da\\nta\" to mount in the project");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "inodes"))))
                .withMessage(
                        "@TmpfsMount(at = \"/data\") on method " + HERE + "InvalidTestCase.inodes(): `inodes` must be"
                                + " at least 1, for the root directory of the mount, but is 0; for the kernel 0 means a tmpfs"
                                + " without limit: write the limit");
    }

    @Test
    void placeholdersInPathsStandForParameters() {
        Map<String, String> parameters = Map.of("user.home", "/home/me", "sources", "etc");
        LayoutPlan layout = layout(
                Isolation.of(PlaceholderTestCase.class), Path.of("/"), key -> Optional.ofNullable(parameters.get(key)));

        assertThat(layout.mounts())
                .extracting(MountPlan::mountPoint, MountPlan::tree)
                .containsExactly(
                        tuple("/data/$x/$HOME", new Tree.Copy(Source.ofHost("/etc"), true)),
                        tuple("/home/me/.config/app", new Tree.Copy(Source.ofHost("/etc"), true)));
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(PlaceholderTestCase.class)))
                .withMessageEndingWith(
                        "PlaceholderTestCase: `at` must name parameters that are set in each `${...}`, but is"
                                + " \"${user.home}/.config/app\"; `user.home` is neither a configuration parameter of JUnit nor a"
                                + " system property: set it, or correct the name");
    }

    @Test
    void theDirectoryOfTheProjectIsKnownWithoutMavenToo() {
        Isolation isolation = Isolation.of(InProjectTestCase.class);

        assertThat(layout(isolation, Path.of("/nowhere"), IsolationTests::noParameter)
                        .mounts())
                .extracting(MountPlan::mountPoint)
                .containsExactly("/nowhere/target/out");
        assertThat(layout(
                                isolation,
                                Path.of("/nowhere"),
                                key -> Optional.of("/set").filter(any -> key.equals("basedir")))
                        .mounts())
                .extracting(MountPlan::mountPoint)
                .containsExactly("/set/target/out");
    }

    @Test
    void shortFormsDeclareMounts() {
        assertThat(layout(Isolation.of(ShortTestCase.class)).mounts())
                .extracting(MountPlan::mountPoint, MountPlan::declaredBy)
                .containsExactlyInAnyOrder(
                        tuple("/full", "@FullDisk(\"/full\") on class " + HERE + "ShortTestCase"),
                        tuple("/no-inodes", "@OutOfInodes(\"/no-inodes\") on class " + HERE + "ShortTestCase"),
                        tuple("/one", "@SeparateDevices(\"/one\") on class " + HERE + "ShortTestCase"),
                        tuple("/other", "@SeparateDevices(\"/other\") on class " + HERE + "ShortTestCase"));
        assertThat(Isolation.of(ShortTestCase.class).isolatedBy())
                .contains("@FullDisk(\"/full\") on class " + HERE + "ShortTestCase");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "shortly"))))
                .withMessage(
                        "@FullDisk(\"data\") on method " + HERE + "InvalidTestCase.shortly(): `value` must be an"
                                + " absolute path, but is \"data\"; write \"/data\", or \"${basedir}/data\" to mount in the project");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "none"))))
                .withMessage("@SeparateDevices on method " + HERE + "InvalidTestCase.none(): `value` must have at least"
                        + " one path, but is {}; write which, or remove the annotation");
        assertThat(Isolation.of(NoPathTestCase.class).isolatedBy())
                .contains("@SeparateDevices on class " + HERE + "NoPathTestCase");
    }

    @Test
    void anOptionalSourceMayBeMissing() {
        assertThat(layout(Isolation.of(OptionalTestCase.class)).mounts())
                .extracting(MountPlan::mountPoint)
                .containsExactly("/there");
        assertThat(layout(Isolation.of(OptionalTestCase.class, method(OptionalTestCase.class, "replaces")))
                        .mounts())
                .as("what it replaces does not come back")
                .isEmpty();
    }

    @Test
    void checksAgainstTheFilesOfTheHost() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(
                        Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "missing")),
                        Path.of("/nowhere"),
                        IsolationTests::noParameter))
                .withMessage(
                        "@BindMount(at = \"/data\") on method " + HERE + "InvalidTestCase.missing(): `source` must"
                                + " exist (ENOENT), but is \"/nowhere/missing\"; the host has no such directory or file: create it"
                                + " before the run (@BeforeAll runs in the fork, which is too late), or correct the path (a relative one starts at the project)");
    }

    @IsolatedMounts
    @TmpfsMount(
            at = "/full/",
            size = "16K",
            inodes = 3,
            mode = "0700",
            readOnly = true,
            options = {MountOption.NOEXEC, MountOption.SUID, MountOption.DEV})
    @TmpfsMount(at = "/plain")
    @BindMount(
            source = "etc",
            at = "//bound",
            readOnly = false,
            recursive = false,
            options = {MountOption.NOATIME, MountOption.NOSYMFOLLOW})
    @BindMount(source = "/etc", at = "/plainly-bound")
    static class AttributesTestCase {}

    @TmpfsMount(at = "/super-interface")
    @TmpfsMount(at = "/interface")
    interface SuperInterface {}

    @TmpfsMount(at = "/interface")
    @TmpfsMount(at = "/superclass")
    interface SubInterface extends SuperInterface {}

    @TmpfsMount(at = "/superclass")
    @TmpfsMount(at = "/outer")
    static class BaseTestCase implements SubInterface {}

    @IsolatedMounts
    @TmpfsMount(at = "/outer")
    @TmpfsMount(at = "/inner")
    static class OuterTestCase extends BaseTestCase {

        @Nested
        @TmpfsMount(at = "/inner")
        @TmpfsMount(at = "/method")
        class InnerTestCase {

            @TmpfsMount(at = "/method/")
            void test(TestInfo info, int[] numbers) {}
        }
    }

    @TmpfsMount(at = "/contested")
    static class ContestedBaseTestCase {}

    @TmpfsMount(at = "/contested")
    interface Contested {}

    @IsolatedMounts
    static class ClassWinsTestCase extends ContestedBaseTestCase implements Contested {}

    @Retention(RetentionPolicy.RUNTIME)
    @IsolatedMounts
    @TmpfsMount(at = "/c")
    @TmpfsMount(at = "/d")
    @MoreComposed
    @interface Composed {}

    @Retention(RetentionPolicy.RUNTIME)
    @BindMount(source = "/", at = "/e")
    @interface MoreComposed {}

    @Composed
    @TmpfsMount(at = "/a")
    @TmpfsMount(at = "/b")
    static class ComposedTestCase {}

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(RepeatedComposedContainer.class)
    @IsolatedMounts
    @TmpfsMount(at = "/repeated")
    @interface RepeatedComposed {

        int value();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface RepeatedComposedContainer {
        RepeatedComposed[] value();
    }

    @RepeatedComposed(1)
    @RepeatedComposed(2)
    static class RepeatedComposedTestCase {}

    @Retention(RetentionPolicy.RUNTIME)
    @Chicken
    @IsolatedMounts
    @interface Egg {}

    @Retention(RetentionPolicy.RUNTIME)
    @Egg
    @TmpfsMount(at = "/cyclic")
    @interface Chicken {}

    @Egg
    static class CyclicTestCase {}

    @IsolatedMounts
    @TmpfsMount(at = "/data/cache")
    static class ChildBaseTestCase {}

    @TmpfsMount(at = "/data")
    static class ChildFirstTestCase extends ChildBaseTestCase {}

    @Retention(RetentionPolicy.RUNTIME)
    @TmpfsMount(at = "/c/")
    @interface AnotherComposed {}

    @Retention(RetentionPolicy.RUNTIME)
    @TmpfsMount(at = "/c")
    @interface YetAnotherComposed {}

    @BindMount(source = "/etc", at = "/c")
    @TmpfsMount(at = "/c/")
    static class TwiceTestCase {}

    @AnotherComposed
    @BindMount(source = "/etc", at = "/c")
    static class DirectAndComposedTestCase {}

    @AnotherComposed
    @YetAnotherComposed
    static class TwiceComposedTestCase {}

    @BindMount(source = "${sources}", at = "${user.home}/.config/app")
    @BindMount(source = "/etc", at = "/data/$$x/$HOME")
    static class PlaceholderTestCase {}

    @TmpfsMount(at = "${basedir}/target/out")
    static class InProjectTestCase {}

    @SeparateDevices({})
    static class NoPathTestCase {}

    @TmpfsMount(at = "/rival")
    interface Rival {}

    @FullDisk("/rival")
    interface OtherRival {}

    static class TwoInterfacesTestCase implements Rival, OtherRival {}

    @OutOfInodes("/rival")
    static class DecidingTestCase implements Rival, OtherRival {}

    static class RivalBaseTestCase implements Rival {}

    static class NearerInterfaceTestCase extends RivalBaseTestCase implements OtherRival {}

    @FullDisk("/full")
    @OutOfInodes("/no-inodes")
    @SeparateDevices({"/one", "/other"})
    static class ShortTestCase {}

    @BindMount(source = "/no/such/source", at = "/absent", optional = true)
    @BindMount(source = "/etc", at = "/there", optional = true)
    static class OptionalTestCase {

        @BindMount(source = "/no/such/source", at = "/there", optional = true)
        void replaces() {}
    }

    @IsolatedMounts
    static class InvalidTestCase {

        @FullDisk("data")
        void shortly() {}

        @SeparateDevices({})
        void none() {}

        @TmpfsMount(at = "da\nta")
        void relative() {}

        @TmpfsMount(at = "/data", inodes = 0)
        void inodes() {}

        @BindMount(source = "missing", at = "/data")
        void missing() {}

        @BindMount(
                source = "/etc",
                at = "/data",
                options = {MountOption.NOATIME, MountOption.EXEC, MountOption.RELATIME})
        void options() {}
    }

    @HostMounts(propagation = Propagation.SLAVE)
    static class SlaveTestCase {

        @Test
        @HostMounts(propagation = Propagation.SHARED)
        void shared() {}

        @Test
        @HostMounts(propagation = Propagation.UNBINDABLE)
        void unbindable() {}
    }
}
