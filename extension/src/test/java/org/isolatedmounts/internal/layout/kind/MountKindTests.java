package org.isolatedmounts.internal.layout.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.AbsentPath;
import org.isolatedmounts.BindMount;
import org.isolatedmounts.DiskMount;
import org.isolatedmounts.FileContent;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.ImageMount;
import org.isolatedmounts.MaskedPath;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.OutOfInodes;
import org.isolatedmounts.OverlayMount;
import org.isolatedmounts.Propagation;
import org.isolatedmounts.ReadOnlyPath;
import org.isolatedmounts.SeparateDevices;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.WritablePath;
import org.isolatedmounts.layout.BindSpec;
import org.isolatedmounts.layout.DiskSpec;
import org.isolatedmounts.layout.FileContentSpec;
import org.isolatedmounts.layout.ImageSpec;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.OverlaySpec;
import org.isolatedmounts.layout.TmpfsSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MountKindTests {

    static Stream<Arguments> declarations() {
        return Stream.of(
                Arguments.of(Tmpfs.class, new TmpfsKind.Mount(), MountSpec.tmpfs("/data")),
                Arguments.of(
                        OtherTmpfs.class,
                        new TmpfsKind.Mount(),
                        MountSpec.tmpfs("/data")
                                .size("10%")
                                .inodes(9)
                                .mode("0700")
                                .owner(":0")
                                .free("4k")
                                .copyOf("x")
                                .superOptions("huge=never", "noswap")
                                .readOnly(true)
                                .options(MountOption.NOEXEC, MountOption.NOATIME)
                                .propagation(Propagation.SHARED)
                                .followLinks(false)),
                Arguments.of(Overlay.class, new OverlayKind(), MountSpec.overlay("/etc")),
                Arguments.of(
                        OtherOverlay.class,
                        new OverlayKind(),
                        MountSpec.overlay("/etc")
                                .lower("/a", "layout:/b")
                                .superOptions("xino=off")
                                .readOnly(true)
                                .options(MountOption.NOEXEC)
                                .propagation(Propagation.UNBINDABLE)
                                .followLinks(false)),
                Arguments.of(Disk.class, new DiskKind(), MountSpec.disk("/data")),
                Arguments.of(
                        OtherDisk.class,
                        new DiskKind(),
                        MountSpec.disk("/data")
                                .type("xfs")
                                .size("300m")
                                .mode("0700")
                                .owner(":0")
                                .free("4k")
                                .copyOf("x")
                                .mkfsOptions("-L", "label")
                                .superOptions("noquota")
                                .readOnly(true)
                                .options(MountOption.NOEXEC)
                                .propagation(Propagation.UNBINDABLE)
                                .followLinks(false)),
                Arguments.of(
                        Image.class, new ImageKind(), MountSpec.image("app.img").at("/opt/app")),
                Arguments.of(
                        OtherImage.class,
                        new ImageKind(),
                        MountSpec.image("app.img")
                                .at("/opt/app")
                                .type("xfs")
                                .superOptions("norecovery")
                                .readOnly(false)
                                .options(MountOption.NOEXEC)
                                .propagation(Propagation.UNBINDABLE)
                                .followLinks(false)),
                Arguments.of(File.class, new FileContentKind(), MountSpec.fileContent("/etc/app.conf")),
                Arguments.of(
                        OtherFile.class,
                        new FileContentKind(),
                        MountSpec.fileContent("/etc/app.conf")
                                .text("a=b")
                                .copyOf("classpath:/x")
                                .mode("0600")
                                .owner(":0")
                                .readOnly(true)
                                .options(MountOption.NOEXEC)
                                .propagation(Propagation.UNBINDABLE)
                                .followLinks(false)),
                Arguments.of(
                        Bind.class, new BindKind.Mount(), MountSpec.bind("app").at("/etc/app")),
                Arguments.of(
                        OtherBind.class,
                        new BindKind.Mount(),
                        MountSpec.bind("app")
                                .at("/etc/app")
                                .readOnly(false)
                                .recursive(false)
                                .optional(true)
                                .options(MountOption.NODEV)
                                .propagation(Propagation.SLAVE)
                                .followLinks(false)));
    }

    static Stream<Arguments> shortForms() {
        return Stream.of(
                Arguments.of(
                        FullDisk.class,
                        List.of(MountSpec.tmpfs("/data").size("1m").free("0")),
                        "@FullDisk(\"/data\")"),
                Arguments.of(OutOfInodes.class, List.of(MountSpec.tmpfs("/data").inodes(1)), "@OutOfInodes(\"/data\")"),
                Arguments.of(
                        SeparateDevices.class,
                        List.of(MountSpec.tmpfs("/a"), MountSpec.tmpfs("/b")),
                        "@SeparateDevices(\"/a\")"),
                Arguments.of(
                        ReadOnlyPath.class, List.of(MountSpec.bind("layout:/a").at("/a")), "@ReadOnlyPath(\"/a\")"),
                Arguments.of(
                        WritablePath.class,
                        List.of(MountSpec.bind("/a").at("/a").readOnly(false)),
                        "@WritablePath(\"/a\")"),
                Arguments.of(MaskedPath.class, List.of(MountSpec.maskedPath("/a")), "@MaskedPath(\"/a\")"),
                Arguments.of(AbsentPath.class, List.of(MountSpec.absentPath("/a")), "@AbsentPath(\"/a\")"));
    }

    @ParameterizedTest
    @MethodSource("shortForms")
    void shortFormsStandForMounts(Class<? extends Annotation> annotation, List<MountSpec<?>> specs, String written) {
        MountKind<?, ?> kind = MountKinds.of(annotation).orElseThrow();

        assertThat(kind.specs(Shortly.class.getAnnotation(annotation))).isEqualTo(specs);
        assertThat(kind.written(specs.get(0))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void anAnnotationDeclaresWhatCodeDoes(Class<?> declaring, MountKind<?, ?> kind, MountSpec<?> spec) {
        assertThat(kind.specs(declaring.getAnnotation(kind.annotation()))).isEqualTo(List.of(spec));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(TmpfsMount.class, TmpfsSpec.class),
                Arguments.of(FileContent.class, FileContentSpec.class),
                Arguments.of(OverlayMount.class, OverlaySpec.class),
                Arguments.of(DiskMount.class, DiskSpec.class),
                Arguments.of(ImageMount.class, ImageSpec.class),
                Arguments.of(BindMount.class, BindSpec.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bothHaveTheSameAttributes(Class<? extends Annotation> annotation, Class<? extends MountSpec<?>> spec) {
        String[] attributes =
                Stream.of(annotation.getDeclaredMethods()).map(Method::getName).toArray(String[]::new);

        assertThat(methods(spec, 0)).containsExactlyInAnyOrder(attributes);
        assertThat(Stream.concat(methods(spec, 1), Stream.of("at", "source")).distinct())
                .contains(attributes);
    }

    private static Stream<String> methods(Class<?> spec, int parameters) {
        return Stream.of(spec.getMethods())
                .filter(method -> method.getParameterCount() == parameters
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass().getPackage() == spec.getPackage())
                .map(Method::getName)
                .filter(name -> !List.of("equals", "hashCode", "toString").contains(name))
                .distinct();
    }

    @DiskMount(at = "/data")
    static final class Disk {}

    @DiskMount(
            at = "/data",
            type = "xfs",
            size = "300m",
            mode = "0700",
            owner = ":0",
            free = "4k",
            copyOf = "x",
            mkfsOptions = {"-L", "label"},
            superOptions = "noquota",
            readOnly = true,
            options = MountOption.NOEXEC,
            propagation = Propagation.UNBINDABLE,
            followLinks = false)
    static final class OtherDisk {}

    @ImageMount(source = "app.img", at = "/opt/app")
    static final class Image {}

    @ImageMount(
            source = "app.img",
            at = "/opt/app",
            type = "xfs",
            superOptions = "norecovery",
            readOnly = false,
            options = MountOption.NOEXEC,
            propagation = Propagation.UNBINDABLE,
            followLinks = false)
    static final class OtherImage {}

    @TmpfsMount(at = "/data")
    static final class Tmpfs {}

    @TmpfsMount(
            at = "/data",
            size = "10%",
            inodes = 9,
            mode = "0700",
            owner = ":0",
            free = "4k",
            copyOf = "x",
            superOptions = {"huge=never", "noswap"},
            readOnly = true,
            options = {MountOption.NOEXEC, MountOption.NOATIME},
            propagation = Propagation.SHARED,
            followLinks = false)
    static final class OtherTmpfs {}

    @FullDisk("/data")
    @OutOfInodes("/data")
    @SeparateDevices({"/a", "/b"})
    @ReadOnlyPath("/a")
    @WritablePath("/a")
    @MaskedPath("/a")
    @AbsentPath("/a")
    static final class Shortly {}

    @OverlayMount(at = "/etc")
    static final class Overlay {}

    @OverlayMount(
            at = "/etc",
            lower = {"/a", "layout:/b"},
            superOptions = "xino=off",
            readOnly = true,
            options = MountOption.NOEXEC,
            propagation = Propagation.UNBINDABLE,
            followLinks = false)
    static final class OtherOverlay {}

    @FileContent(at = "/etc/app.conf")
    static final class File {}

    @FileContent(
            at = "/etc/app.conf",
            text = "a=b",
            copyOf = "classpath:/x",
            mode = "0600",
            owner = ":0",
            readOnly = true,
            options = MountOption.NOEXEC,
            propagation = Propagation.UNBINDABLE,
            followLinks = false)
    static final class OtherFile {}

    @BindMount(source = "app", at = "/etc/app")
    static final class Bind {}

    @BindMount(
            source = "app",
            at = "/etc/app",
            readOnly = false,
            recursive = false,
            optional = true,
            options = MountOption.NODEV,
            propagation = Propagation.SLAVE,
            followLinks = false)
    static final class OtherBind {}
}
