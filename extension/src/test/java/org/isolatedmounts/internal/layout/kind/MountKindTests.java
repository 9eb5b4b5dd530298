package org.isolatedmounts.internal.layout.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.layout.BindSpec;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.TmpfsSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MountKindTests {

    static Stream<Arguments> declarations() {
        return Stream.of(
                Arguments.of(Tmpfs.class, new TmpfsKind(), MountSpec.tmpfs("/data")),
                Arguments.of(
                        OtherTmpfs.class,
                        new TmpfsKind(),
                        MountSpec.tmpfs("/data")
                                .size("10%")
                                .inodes(9)
                                .mode("0700")
                                .readOnly(true)
                                .options(MountOption.NOEXEC, MountOption.NOATIME)),
                Arguments.of(Bind.class, new BindKind(), MountSpec.bind("app").at("/etc/app")),
                Arguments.of(
                        OtherBind.class,
                        new BindKind(),
                        MountSpec.bind("app")
                                .at("/etc/app")
                                .readOnly(false)
                                .recursive(false)
                                .options(MountOption.NODEV)));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void anAnnotationDeclaresWhatCodeDoes(Class<?> declaring, MountKind<?, ?> kind, MountSpec spec) {
        assertThat(kind.spec(declaring.getAnnotation(kind.annotation()))).isEqualTo(spec);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(TmpfsMount.class, TmpfsSpec.class), Arguments.of(BindMount.class, BindSpec.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothHaveTheSameAttributes(Class<? extends Annotation> annotation, Class<? extends MountSpec> spec) {
        assertThat(Stream.of(spec.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrder(Stream.of(annotation.getDeclaredMethods())
                        .map(Method::getName)
                        .toArray(String[]::new));
    }

    @TmpfsMount(at = "/data")
    static final class Tmpfs {}

    @TmpfsMount(
            at = "/data",
            size = "10%",
            inodes = 9,
            mode = "0700",
            readOnly = true,
            options = {MountOption.NOEXEC, MountOption.NOATIME})
    static final class OtherTmpfs {}

    @BindMount(source = "app", at = "/etc/app")
    static final class Bind {}

    @BindMount(source = "app", at = "/etc/app", readOnly = false, recursive = false, options = MountOption.NODEV)
    static final class OtherBind {}
}
