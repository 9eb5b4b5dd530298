package org.isolatedmounts.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.isolatedmounts.internal.layout.IsolationTests.checked;
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
import org.isolatedmounts.MountOption;
import org.isolatedmounts.OverlayMount;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.LayoutSource;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.TmpfsSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;

class ProvidedLayoutTests {

    private static final String HERE = ProvidedLayoutTests.class.getName() + "$";

    static class DataAndCache implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host()
                    .with(MountSpec.tmpfs("/data").size("1m"), MountSpec.tmpfs("/cache"))
                    .hostMounts(Propagation.SLAVE);
        }
    }

    static class Invalid implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host().with(MountSpec.tmpfs("/data").size("1x"));
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Repeatable(Directories.class)
    @LayoutSource(Directory.Provider.class)
    @interface Directory {

        String value();

        String size() default "1m";

        class Provider implements LayoutProvider {

            @Override
            public Layout layout(LayoutContext context) {
                Directory directory = context.findAnnotation(Directory.class).orElseThrow();
                assertThat(context.findAnnotation(LayoutSource.class)).isPresent();
                assertThat(context.findAnnotation(Deprecated.class).isPresent())
                        .isEqualTo(directory.value().equals("/beside"));
                return Layout.host().with(MountSpec.tmpfs(directory.value()).size(directory.size()));
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Directories {

        Directory[] value();
    }

    static class Parameter implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host()
                    .with(MountSpec.tmpfs(
                            context.configurationParameter("where").orElseThrow()));
        }
    }

    @Test
    void mountsOfAProviderCountWhereItsAnnotationStands() {
        assertThat(mountPoints(Isolation.of(ProvidedTestCase.class)))
                .containsExactlyInAnyOrder("/data", "/cache", "/outer");
        assertThat(layout(Isolation.of(ProvidedTestCase.class)).hostMounts()).isEqualTo(PropagationType.SLAVE);
        assertThat(layout(ofMethod("replaces")).mounts())
                .extracting(MountPlan::declaredBy)
                .contains("@FullDisk(\"/data\") on method " + HERE + "ProvidedTestCase.replaces()")
                .hasSize(3);
        assertThat(layout(ofMethod("replaces")).hostMounts()).isEqualTo(PropagationType.SHARED);
        assertThat(Isolation.of(ProvidedTestCase.class).isolatedBy())
                .contains("@LayoutSource(DataAndCache.class) on class " + HERE + "ProvidedTestCase");
    }

    @Test
    void composedAnnotationsHaveAttributesOfTheirOwn() {
        assertThat(checked(ofMethod("composedTwice"), Path.of("/"), IsolationTests::noParameter)
                        .declared()
                        .mounts())
                .contains(
                        MountSpec.tmpfs("/one").size("1m"),
                        MountSpec.tmpfs("/two").size("2m"));
        assertThat(mountPoints(ofMethod("composed"))).contains("/beside");
    }

    @Test
    void providersSeeConfigurationParameters() {
        assertThat(layout(
                                Isolation.of(ParameterTestCase.class),
                                Path.of("/"),
                                key -> Optional.ofNullable(
                                        Map.of("where", "/there").get(key)))
                        .mounts())
                .extracting(MountPlan::mountPoint)
                .containsExactly("/there");
    }

    @Test
    void mistakesAreToldAsThoseOfAnnotations() {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(ofMethod("invalid")))
                .withMessageStartingWith(
                        "@TmpfsMount(at = \"/data\") of " + HERE + "Invalid, @LayoutSource(Invalid.class)"
                                + " on method " + HERE + "ProvidedTestCase.invalid(): `size` must be");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(ofMethod("twice")))
                .withMessageContaining("`at` must differ between the mounts of one class or method");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(ofMethod("none")))
                .withMessage(
                        "@LayoutSource() on method " + HERE + "ProvidedTestCase.none(): `value` must have at least one"
                                + " layout provider, but is {}; write which, or remove the annotation");
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(ofMethod("emptyMatrix")))
                .withMessageStartingWith("@LayoutMatrix on method ")
                .withMessageContaining("`value` must have at least one layout if `sources` have none, but is {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abstracted", "interfaced", "inner", "withArguments"})
    void aProviderCanBeMadeWithoutArguments(String method) {
        assertThatExceptionOfType(InvalidLayoutException.class)
                .isThrownBy(() -> layout(ofMethod(method)))
                .withMessageContaining(": a layout provider must be a class that can be made without arguments, but ");
    }

    @Test
    void annotationsAndCodeMakeEqualLayouts() {
        Layout declared = checked(Isolation.of(EqualTestCase.class), Path.of("/"), IsolationTests::noParameter)
                .declared();

        assertThat(declared)
                .isEqualTo(Layout.host()
                        .with(
                                MountSpec.tmpfs("/a")
                                        .size("1m")
                                        .inodes(7)
                                        .mode("0700")
                                        .free("4k")
                                        .superOptions("noswap")
                                        .readOnly(true)
                                        .options(MountOption.NOEXEC)
                                        .propagation(Propagation.SHARED),
                                MountSpec.bind("/etc").at("/b").recursive(false).optional(true),
                                MountSpec.overlay("/c").lower("/etc", "/usr"),
                                MountSpec.tmpfs("/d").size("1m").free("0"),
                                MountSpec.readOnlyPath("/usr"))
                        .hostMounts(Propagation.SLAVE));
    }

    @Test
    void aParameterNamesTheLayoutOfAllTests() {
        Isolation isolation = Isolation.of(
                List.of(ProvidedTestCase.class), Optional.empty(), defaults(HERE + "Default, " + HERE + "Parameter"));

        assertThat(layout(isolation, Path.of("/"), key -> Optional.of("/there")).mounts())
                .extracting(MountPlan::declaredBy)
                .contains(
                        "@TmpfsMount(at = \"/default\") on annotation " + HERE
                                + "Default, of configuration parameter `isolatedmounts.layout`",
                        "@TmpfsMount(at = \"/there\") of " + HERE
                                + "Parameter, configuration parameter `isolatedmounts.layout`")
                .hasSize(5)
                .as("what a class declares replaces it")
                .noneMatch(declaredBy -> declaredBy.startsWith("@FullDisk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" , ", "com.example.None", "java.lang.String", "java.lang.Deprecated", "OfMatrix"})
    void aParameterNamesWhatDeclaresMounts(String value) {
        String name = value.equals("OfMatrix") ? HERE + value : value;

        assertThatExceptionOfType(JUnitException.class)
                .isThrownBy(() -> defaults(name))
                .withMessageStartingWith("Configuration parameter `isolatedmounts.layout` must be names, separated by"
                        + " commas, of annotations that declare mounts or of layout providers, but ");
    }

    private static IsolationDefaults defaults(String layout) {
        return IsolationDefaults.read(key -> Optional.of(layout).filter(any -> key.equals("isolatedmounts.layout")));
    }

    private static Isolation ofMethod(String name) {
        return Isolation.of(ProvidedTestCase.class, method(ProvidedTestCase.class, name));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @FullDisk("/data")
    @TmpfsMount(at = "/default")
    @interface Default {}

    @Retention(RetentionPolicy.RUNTIME)
    @LayoutMatrix(at = "/data")
    @interface OfMatrix {}

    @TmpfsMount(at = "/outer")
    @TmpfsMount(at = "/data", size = "9m")
    static class OuterTestCase {}

    @LayoutSource(DataAndCache.class)
    static class ProvidedTestCase extends OuterTestCase {

        @HostMounts(propagation = Propagation.SHARED)
        @FullDisk("/data")
        void replaces() {}

        @Directory("/one")
        @Directory(value = "/two", size = "2m")
        void composedTwice() {}

        @Deprecated
        @Directory("/beside")
        void composed() {}

        @LayoutSource(Invalid.class)
        void invalid() {}

        @LayoutSource(DataAndCache.class)
        @TmpfsMount(at = "/data")
        void twice() {}

        @LayoutSource({})
        void none() {}

        @LayoutMatrix(
                at = "/data",
                value = {})
        void emptyMatrix() {}

        @LayoutSource(Abstract.class)
        void abstracted() {}

        @LayoutSource(LayoutProvider.class)
        void interfaced() {}

        @LayoutSource(Inner.class)
        void inner() {}

        @LayoutSource(WithArguments.class)
        void withArguments() {}
    }

    abstract static class Abstract implements LayoutProvider {}

    @SuppressWarnings("ClassCanBeStatic") // that is the mistake
    class Inner extends DataAndCache {}

    static class WithArguments extends DataAndCache {

        private final TmpfsSpec mount;

        WithArguments(TmpfsSpec mount) {
            this.mount = mount;
        }

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host().with(mount);
        }
    }

    @LayoutSource(Parameter.class)
    static class ParameterTestCase {}

    @TmpfsMount(
            at = "/a",
            size = "1m",
            inodes = 7,
            mode = "0700",
            free = "4k",
            superOptions = "noswap",
            readOnly = true,
            options = MountOption.NOEXEC,
            propagation = Propagation.SHARED)
    @BindMount(source = "/etc", at = "/b", recursive = false, optional = true)
    @OverlayMount(
            at = "/c",
            lower = {"/etc", "/usr"})
    @FullDisk("/d")
    @ReadOnlyPath("/usr")
    @HostMounts(propagation = Propagation.SLAVE)
    static class EqualTestCase {}
}
