package org.isolatedmounts.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.NotIsolated;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tests are isolated, and how they share forks. */
class IsolationTests {

    private static final String HERE = IsolationTests.class.getName() + "$";

    @ParameterizedTest
    @ValueSource(
            classes = {
                DirectTestCase.class,
                SubclassTestCase.class,
                ImplementingTestCase.class,
                DeclaredLayoutTests.ComposedTestCase.class,
                DeclaredLayoutTests.CyclicTestCase.class,
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
                                + sharing + "; declare it on the class, or use fork = ForkMode.PER_TEST"));
        assertThat(Isolation.of(PerClassTestCase.class, method(PerClassTestCase.class, "perTest"))
                        .misfit(shared))
                .hasValueSatisfying(error -> assertThat(error)
                        .hasMessage("@IsolatedMounts(fork = PER_TEST) on method " + HERE
                                + "PerClassTestCase.perTest(): `fork` must be left out, as " + sharing
                                + "; leave it out, or use fork = ForkMode.PER_TEST on the class"));
    }

    static Optional<String> noParameter(String name) {
        return Optional.empty();
    }

    static LayoutPlan layout(Isolation isolation) {
        return layout(isolation, Path.of("").toAbsolutePath(), IsolationTests::noParameter);
    }

    static LayoutPlan layout(Isolation isolation, Path project, Function<String, Optional<String>> parameters) {
        return checked(isolation, project, parameters).plan();
    }

    /** Providers answer as if they were called in this JVM. */
    static CheckedLayout checked(Isolation isolation, Path project, Function<String, Optional<String>> parameters) {
        try {
            return isolation.layout(new DeclarationReader(
                    project, parameters, OptionalInt.empty(), (call, declaredBy) -> called(call, parameters)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Layout called(ProviderCall call, Function<String, Optional<String>> parameters) {
        try {
            Layout layout = Providers.call(call, parameters).orElseThrow();
            return LayoutBytes.read(LayoutBytes.write(layout), Layout.class);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static List<String> mountPoints(Isolation isolation) {
        return layout(isolation).mounts().stream().map(MountPlan::mountPoint).toList();
    }

    static Method method(Class<?> type, String name) {
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
}
