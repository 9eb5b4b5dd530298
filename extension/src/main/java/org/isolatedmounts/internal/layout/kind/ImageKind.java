package org.isolatedmounts.internal.layout.kind;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.ImageMount;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.HostFile;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.ImageSpec;

/** {@code @ImageMount}. */
final class ImageKind extends MountKind<ImageMount, ImageSpec> {

    private static final String EXAMPLE = "{\"norecovery\"}";

    private static final Set<String> NEVER_WRITTEN = Set.of("squashfs", "erofs", "iso9660");

    ImageKind() {
        super(ImageMount.class, "at", ImageSpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    List<ImageSpec> specsOf(ImageMount declared) {
        return List.of(ImageSpec.of(declared));
    }

    @Override
    Tree tree(ImageSpec spec, Declaration declaration) {
        Attribute source = declaration.text("source", spec.source());
        Path file = file(source, declaration);
        String type = type(spec, declaration, source.with(file.toString()));
        if (!spec.readOnly() && NEVER_WRITTEN.contains(type)) {
            throw declaration
                    .constant("readOnly", false)
                    .breaks(
                            "must be true for " + type + ", which cannot be written",
                            "leave it out, and declare an @OverlayMount at another mount point if the test is to change"
                                    + " files: lower = \"layout:" + spec.at() + "\"");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        declaration.addSuperOptions(spec.superOptions(), EXAMPLE, Map.of(), parameters);
        BlockDeviceRights.require(declaration, "unpack the image before the run and use @OverlayMount");
        return new Tree.Disk(type, new DiskContent.Image(file.toString(), !spec.readOnly()), parameters);
    }

    private static Path file(Attribute source, Declaration declaration) {
        if (source.value().startsWith(Source.OF_LAYOUT)) {
            throw source.breaks(
                    "must be a file of the host",
                    "an image is mounted before the layout is laid: write its path without "
                            + quoted(Source.OF_LAYOUT));
        }
        Path file = Path.of(declaration.hostPath(source));
        if (!HostFile.exists(source, file)) {
            throw source.breaks(
                    "must exist (ENOENT)",
                    "the host has no file " + quoted(file)
                            + ": make it before the run, or correct the path (a relative one starts at the project)");
        }
        if (!Files.isRegularFile(file)) {
            throw source.breaks(
                    "must be a file", "there is a directory or a special file: a directory can be had by @BindMount");
        }
        return file;
    }

    private static String type(ImageSpec spec, Declaration declaration, Attribute file) {
        Attribute type = declaration.text("type", spec.type());
        Optional<String> found = FileSystemType.of(file);
        if (spec.type().isEmpty()) {
            return found.orElseThrow(() -> file.breaks(
                    "must be a file system image",
                    "there is no superblock of squashfs, erofs, ext4, xfs, btrfs or iso9660 in it: correct the path, or write the"
                            + " `type`"));
        }
        FileSystemType.checkName(type, "squashfs");
        if (isWithoutDisk(spec.type())) {
            throw type.breaks(
                    "must be a file system that is on a disk",
                    "for the kernel of this machine it is none (nodev in /proc/filesystems): leave it out");
        }
        found.filter(each -> !family(each).equals(family(spec.type()))).ifPresent(each -> {
            throw type.breaks("must be that of the image, which is " + each, "leave it out");
        });
        return spec.type();
    }

    /** Such as proc, which would ignore the image. */
    private static boolean isWithoutDisk(String type) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/filesystems"))) {
            return lines.anyMatch(("nodev\t" + type)::equals);
        } catch (IOException e) {
            return false;
        }
    }

    /** They have one superblock. */
    private static String family(String type) {
        return type.startsWith("ext") ? "ext" : type;
    }
}
