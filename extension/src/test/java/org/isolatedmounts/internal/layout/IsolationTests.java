package org.isolatedmounts.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.NotIsolated;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.layout.kind.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class IsolationTests {

    private static final String HERE = IsolationTests.class.getName() + "$";

    @ParameterizedTest
    @ValueSource(
            classes = {
                DirectTestCase.class,
                SubclassTestCase.class,
                ImplementingTestCase.class,
                ComposedTestCase.class,
                CyclicTestCase.class,
                DirectTestCase.InnerTestCase.class,
                DirectTestCase.InnerTestCase.InnermostTestCase.class,
            })
    void isolatesClasses(Class<?> testClass) {
        assertThat(Isolation.of(testClass).isIsolated()).isTrue();
        assertThat(Isolation.of(testClass).forkMode()).isEqualTo(ForkMode.PER_TEST);
        assertThat(Isolation.of(testClass, method(testClass, "toString")).isIsolated())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {PlainTestCase.class, DirectTestCase.StaticTestCase.class})
    void leavesOtherClassesAlone(Class<?> testClass) {
        Isolation isolation = Isolation.of(testClass);

        assertThat(isolation.isIsolated()).isFalse();
        assertThat(isolation.isolatedBy()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> layout(isolation))
                .withMessage("\"class " + testClass.getName() + "\" is not isolated");
    }

    @Test
    void isolatesSingleMethods() {
        assertThat(Isolation.of(PlainTestCase.class, method(PlainTestCase.class, "isolated"))
                        .isIsolated())
                .isTrue();
        assertThat(Isolation.of(PlainTestCase.class, method(PlainTestCase.class, "plain"))
                        .isIsolated())
                .isFalse();
    }

    @Test
    void takesTheNestingFromTheCaller() {
        Class<?> nested = PlainBaseTestCase.InnerTestCase.class;

        assertThat(Isolation.of(nested).isIsolated()).isFalse();
        assertThat(Isolation.of(
                                List.of(IsolatedSubclassTestCase.class, nested),
                                Optional.empty(),
                                IsolationDefaults.NONE)
                        .isIsolated())
                .isTrue();
    }

    @Test
    void initialisesNoTestClass() {
        Isolation isolation = Isolation.of(ExplodingTestCase.class, method(ExplodingTestCase.class, "test"));

        assertThat(isolation.isIsolated()).isTrue();
        assertThat(mountPoints(isolation)).containsExactly("/data");
        assertThatExceptionOfType(ExceptionInInitializerError.class).isThrownBy(ExplodingTestCase::new);
    }

    @Test
    void readsEveryAttribute() {
        LayoutPlan layout = Isolation.of(AttributesTestCase.class).layout(Path.of("/"), IsolationTests::noParameter);

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
                                new Tree.Copy("/etc", false),
                                false,
                                List.of("nosymfollow", "noatime"),
                                "@BindMount(at = \"//bound\") on class " + HERE + "AttributesTestCase"),
                        new MountPlan(
                                "/plainly-bound",
                                new Tree.Copy("/etc", true),
                                true,
                                List.of(),
                                "@BindMount(at = \"/plainly-bound\") on class " + HERE + "AttributesTestCase"));
    }

    @Test
    void anIsolatedTestNeedsNoMounts() {
        assertThat(layout(Isolation.of(DirectTestCase.class)).mounts()).isEmpty();
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
                .withMessage("@TmpfsMount(at = \"/c/\") of @" + HERE + "AnotherComposed on class " + HERE
                        + "TwiceTestCase: `at` must differ between the mounts of one class or method, but"
                        + " @BindMount(at = \"/c\") on class " + HERE
                        + "TwiceTestCase mounts at \"/c\" as well, and nothing says which one comes first; remove one of"
                        + " them");
    }

    @Test
    void mountsImplyIsolation() {
        assertThat(Isolation.of(MountsOnlyTestCase.class, method(MountsOnlyTestCase.class, "test"))
                        .isolatedBy())
                .contains("@BindMount(at = \"/conf\") on method " + HERE + "MountsOnlyTestCase.test()");
        assertThat(Isolation.of(MountsOnlyTestCase.class, method(MountsOnlyTestCase.class, "toString"))
                        .isolatedBy())
                .contains("@TmpfsMount(at = \"/data\") on class " + HERE + "MountsOnlyTestCase");
        assertThat(Isolation.of(MountsOnlyTestCase.class, method(MountsOnlyTestCase.class, "isolated"))
                        .isolatedBy())
                .contains("@IsolatedMounts on method " + HERE + "MountsOnlyTestCase.isolated()");
        assertThat(Isolation.of(InheritingMountsTestCase.class).isolatedBy())
                .contains("@TmpfsMount(at = \"/a\") of @" + HERE + "MountsComposed on interface " + HERE + "Mounted");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "options"))))
                .withMessage(
                        "@BindMount(at = \"/data\") on method " + HERE + "InvalidTestCase.options(): `options` must"
                                + " not contradict each other, but is RELATIME, NOATIME; leave all but one of these out");
    }

    @Test
    void refusesTheForkModeThatIsNotAvailable() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(ReusedTestCase.class)))
                .withMessage("@IsolatedMounts(fork = REUSED) of @" + HERE + "Reused on class " + HERE
                        + "ReusedTestCase: `fork` must be ForkMode.PER_TEST or ForkMode.PER_CLASS, but is"
                        + " ForkMode.REUSED, which is not available yet; use fork = ForkMode.PER_TEST");
    }

    @Test
    void refusesAMethodThatWantsToBeAClass() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(ReusedTestCase.class, method(ReusedTestCase.class, "perClass"))))
                .withMessage("@IsolatedMounts(fork = PER_CLASS) on method " + HERE + "ReusedTestCase.perClass(): `fork`"
                        + " must be ForkMode.PER_TEST on a method, but is ForkMode.PER_CLASS; put"
                        + " @IsolatedMounts(fork = ForkMode.PER_CLASS) on its class");
    }

    @Test
    void theInnermostForkModeDecidesThatIsOne() {
        assertThat(Isolation.of(PerClassTestCase.class).forkMode()).isEqualTo(ForkMode.PER_CLASS);
        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "inherited"))
                        .forkMode())
                .isEqualTo(ForkMode.PER_CLASS);
        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "perTest"))
                        .forkMode())
                .isEqualTo(ForkMode.PER_TEST);
        assertThat(Isolation.of(ReusedComposedTestCase.class).forkMode()).isEqualTo(ForkMode.PER_TEST);
    }

    @Test
    void theParameterForForksHoldsWhereNoAnnotationSaysAnything() {
        assertThat(with("isolatedmounts.fork", "per-class", PlainTestCase.class, "isolated")
                        .forkMode())
                .isEqualTo(ForkMode.PER_CLASS);
        assertThat(with("isolatedmounts.fork", "per-class", PerClassTestCase.class, "perTest")
                        .forkMode())
                .isEqualTo(ForkMode.PER_TEST);
    }

    @Test
    void theParameterForEverywhereIsolatesMatchingClasses() {
        String inner = PlainBaseTestCase.InnerTestCase.class.getName();

        assertThat(everywhere("*").isIsolated()).isTrue();
        assertThat(everywhere("com.example.*, *.IsolationTests$PlainTestCase").isIsolated())
                .isTrue();
        assertThat(everywhere(PlainTestCase.class.getName()).isIsolated()).isTrue();
        assertThat(everywhere(inner + ",PlainTestCase").isIsolated()).isFalse();
        assertThat(everywhere("org.isolatedmounts.internal.layout.IsolationTests?PlainTestCase")
                        .isIsolated())
                .isFalse();
    }

    @Test
    void theParameterForEverywhereExemptsWhatMatchesAfterAnExclamationMark() {
        assertThat(everywhere("*, !com.example.*").isIsolated()).isTrue();
        assertThat(everywhere("!*.IsolationTests$Plain*,*").isIsolated()).isFalse();
        List<Class<?>> nested = List.of(PlainBaseTestCase.class, PlainBaseTestCase.InnerTestCase.class);
        String outer = PlainBaseTestCase.class.getName();
        assertThat(Isolation.of(nested, Optional.empty(), everywhereDefaults("*,!" + outer))
                        .isIsolated())
                .as("what is in an exempt class is exempt")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com/acme/**         | has `com/acme/**`, which matches no class.",
                "com.acme.*, !a/b    | has `!a/b`, which matches no class.",
                "*, !                | has `!`, which matches no class.",
                "!com.acme.*         | is `!com.acme.*`, which matches no class.",
                "','                 | is `,`, which matches no class."
            })
    void refusesPatternsThatCanMatchNothing(String patterns, String problem) {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> everywhere(patterns))
                .withMessage(
                        "Configuration parameter `isolatedmounts.everywhere` must be class name patterns, separated"
                                + " by commas, such as `com.example.*Test` or `*,!com.example.Legacy*`, but "
                                + problem);
    }

    @Test
    void notIsolatedExemptsFromEverywhere() {
        assertThat(with("isolatedmounts.everywhere", "*", ExemptTestCase.class, "test")
                        .isIsolated())
                .isFalse();
    }

    @Test
    void refusesAClassThatContradictsItself() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(ExemptTestCase.class, method(ExemptTestCase.class, "isolated"))))
                .withMessage("@NotIsolated on class " + HERE + "ExemptTestCase: contradicts @IsolatedMounts on method "
                        + HERE + "ExemptTestCase.isolated(); remove one of them");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(ExemptTestCase.class, method(ExemptTestCase.class, "mounted"))))
                .withMessage("@NotIsolated on class " + HERE + "ExemptTestCase: contradicts @TmpfsMount(at = \"/data\")"
                        + " on method " + HERE + "ExemptTestCase.mounted(); remove one of them");
    }

    @Test
    void refusesParametersThatSayNothing() {
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> everywhere(" "))
                .withMessage(
                        "Configuration parameter `isolatedmounts.everywhere` must be class name patterns, separated"
                                + " by commas, such as `com.example.*Test` or `*,!com.example.Legacy*`, but is"
                                + " blank.");
        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> with("isolatedmounts.fork", "PER_CLASS", PlainTestCase.class, "plain"))
                .withMessage("Configuration parameter `isolatedmounts.fork` must be `per-test` or `per-class` but is"
                        + " `PER_CLASS`.");
    }

    @Test
    void mountsAndModesOfMethodsDoNotFitIntoAClassThatSharesAFork() {
        Isolation shared = Isolation.of(PerClassTestCase.class);
        String sharing = "class " + HERE + "PerClassTestCase shares one fork and its mounts among its tests"
                + " (@IsolatedMounts(fork = PER_CLASS) on class " + HERE + "PerClassTestCase)";

        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "inherited"))
                        .misfit(shared))
                .isEmpty();
        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "mount"))
                        .misfit(shared))
                .hasValueSatisfying(error -> assertThat(error)
                        .hasMessage("@TmpfsMount(at = \"/data\") on method " + HERE + "PerClassTestCase.mount(): "
                                + sharing + "; declare the mount on the class, or use fork = ForkMode.PER_TEST"));
        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "perTest"))
                        .misfit(shared))
                .hasValueSatisfying(error -> assertThat(error)
                        .hasMessage("@IsolatedMounts(fork = PER_TEST) on method " + HERE
                                + "PerClassTestCase.perTest(): `fork` must be left out, as " + sharing
                                + "; leave it out, or use fork = ForkMode.PER_TEST on the class"));
    }

    private static Isolation everywhere(String patterns) {
        return with("isolatedmounts.everywhere", patterns, PlainTestCase.class, "plain");
    }

    private static IsolationDefaults everywhereDefaults(String patterns) {
        return IsolationDefaults.read(
                name -> Optional.of(patterns).filter(it -> name.equals("isolatedmounts.everywhere")));
    }

    private static Isolation with(String parameter, String value, Class<?> testClass, String method) {
        IsolationDefaults defaults =
                IsolationDefaults.read(name -> Optional.of(value).filter(it -> name.equals(parameter)));
        return Isolation.of(List.of(testClass), Optional.of(method(testClass, method)), defaults);
    }

    @Test
    void namesTheDeclarationOfAnInvalidValue() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(
                        () -> layout(Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "relative"))))
                .withMessage(
                        "@TmpfsMount(at = \"da\\nta\") on method " + HERE + "InvalidTestCase.relative(): `at` must be"
                                + " an absolute path, but is \"da\\nta\"; write \"/da\\nta\" or where else to mount");
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
        LayoutPlan layout = Isolation.of(PlaceholderTestCase.class)
                .layout(Path.of("/"), key -> Optional.ofNullable(parameters.get(key)));

        assertThat(layout.mounts())
                .extracting(MountPlan::mountPoint, MountPlan::tree)
                .containsExactly(
                        tuple("/data/$x/$HOME", new Tree.Copy("/etc", true)),
                        tuple("/home/me/.config/app", new Tree.Copy("/etc", true)));
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(Isolation.of(PlaceholderTestCase.class)))
                .withMessageEndingWith(
                        "PlaceholderTestCase: `at` must name parameters that are set in each `${...}`, but is"
                                + " \"${user.home}/.config/app\"; `user.home` is neither a configuration parameter of JUnit nor a"
                                + " system property: set it, or correct the name");
    }

    @Test
    void checksAgainstTheFilesOfTheHost() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> Isolation.of(InvalidTestCase.class, method(InvalidTestCase.class, "missing"))
                        .layout(Path.of("/nowhere"), IsolationTests::noParameter))
                .withMessage("@BindMount(at = \"/data\") on method " + HERE + "InvalidTestCase.missing(): `source` must"
                        + " exist (ENOENT), but is \"/nowhere/missing\"; there is no such directory or file: create it"
                        + " before the test starts, or correct the path (a relative one starts at the project)");
    }

    private static Optional<String> noParameter(String name) {
        return Optional.empty();
    }

    private static LayoutPlan layout(Isolation isolation) {
        return isolation.layout(IsolationTests::noParameter);
    }

    private static List<String> mountPoints(Isolation isolation) {
        return layout(isolation).mounts().stream().map(MountPlan::mountPoint).toList();
    }

    private static Method method(Class<?> type, String name) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            for (Method method : current.getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return method;
                }
            }
        }
        throw new AssertionError(name);
    }

    @IsolatedMounts
    static class DirectTestCase {

        @Nested
        class InnerTestCase {
            @Nested
            class InnermostTestCase {}
        }

        static class StaticTestCase {}
    }

    static class SubclassTestCase extends DirectTestCase {}

    @IsolatedMounts
    interface IsolatedInterface {}

    interface IsolatedSubInterface extends IsolatedInterface {}

    static class ImplementingBaseTestCase implements IsolatedSubInterface {}

    static class ImplementingTestCase extends ImplementingBaseTestCase {}

    static class PlainTestCase {

        @IsolatedMounts
        void isolated() {}

        void plain() {}
    }

    static class PlainBaseTestCase {
        @Nested
        class InnerTestCase {}
    }

    @IsolatedMounts
    static class IsolatedSubclassTestCase extends PlainBaseTestCase {}

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class ExplodingTestCase {

        static final int VALUE = Integer.parseInt("not while it is read");

        void test() {}
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

    @IsolatedMounts
    @BindMount(source = "/etc", at = "/c")
    @AnotherComposed
    static class TwiceTestCase {}

    @TmpfsMount(at = "/data")
    static class MountsOnlyTestCase {

        @BindMount(source = "/etc", at = "/conf")
        void test() {}

        @IsolatedMounts
        void isolated() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @TmpfsMount(at = "/a")
    @TmpfsMount(at = "/b")
    @interface MountsComposed {}

    @MountsComposed
    interface Mounted {}

    static class InheritingMountsTestCase implements Mounted {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class PerClassTestCase {

        @IsolatedMounts
        void inherited() {}

        @IsolatedMounts(fork = ForkMode.PER_TEST)
        void perTest() {}

        @TmpfsMount(at = "/data")
        void mount() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @IsolatedMounts(fork = ForkMode.REUSED)
    @interface Reused {}

    @Reused
    static class ReusedTestCase {

        @IsolatedMounts(fork = ForkMode.PER_CLASS)
        void perClass() {}
    }

    @Reused
    @IsolatedMounts(fork = ForkMode.PER_TEST)
    static class ReusedComposedTestCase {}

    @NotIsolated
    static class ExemptTestCase {

        void test() {}

        @IsolatedMounts
        void isolated() {}

        @TmpfsMount(at = "/data")
        void mounted() {}
    }

    @BindMount(source = "${sources}", at = "${user.home}/.config/app")
    @BindMount(source = "/etc", at = "/data/$$x/$HOME")
    static class PlaceholderTestCase {}

    @IsolatedMounts
    static class InvalidTestCase {

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
}
