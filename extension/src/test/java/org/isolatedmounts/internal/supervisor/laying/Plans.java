package org.isolatedmounts.internal.supervisor.laying;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** Mounts with the defaults of the annotations. */
final class Plans {

    private Plans() {}

    static MountPlan tmpfs(Object at) {
        return tmpfs(at, "64m", 65_536, "1777");
    }

    static MountPlan tmpfs(Object at, String size, long inodes, String mode) {
        return tmpfs(at, parameters(size, inodes, mode), false, List.of("nosuid", "nodev"));
    }

    /** A tmpfs of 1 MiB. */
    static MountPlan tmpfsFilled(Object at, long free, boolean readOnly) {
        return new MountPlan(
                at.toString(),
                new Tree.FileSystem("tmpfs", "tmpfs", parameters("1m", 3, "1777"), free, null),
                readOnly,
                List.of("nosuid", "nodev"),
                "@TmpfsMount(at = \"" + at + "\")");
    }

    /** A tmpfs of 1 MiB that begins with copies of files. */
    static MountPlan tmpfsOf(Object at, CopiedTree content, boolean readOnly) {
        return new MountPlan(
                at.toString(),
                new Tree.FileSystem("tmpfs", "tmpfs", parameters("1m", 100, "1777"), Tree.FileSystem.ALL, content),
                readOnly,
                List.of("nosuid", "nodev"),
                "@TmpfsMount(at = \"" + at + "\")");
    }

    /** The same without room for more. */
    static MountPlan fullOf(Object at, CopiedTree content) {
        return tmpfsOf(at, content, false)
                .with(new Tree.FileSystem("tmpfs", "tmpfs", parameters("1m", 100, "1777"), 0, content));
    }

    /** A tmpfs with one more parameter. */
    static MountPlan tmpfsOf(Object at, String key, String value) {
        Map<String, String> parameters = parameters("64m", 65_536, "1777");
        parameters.put(key, value);
        return tmpfs(at, parameters, false, List.of("nosuid", "nodev"));
    }

    static MountPlan readOnlyTmpfs(Object at, String... options) {
        return tmpfs(at, parameters("64m", 65_536, "1777"), true, List.of(options));
    }

    static MountPlan tmpfsWith(Object at, String... options) {
        return tmpfs(at, parameters("64m", 65_536, "1777"), false, List.of(options));
    }

    private static MountPlan tmpfs(Object at, Map<String, String> parameters, boolean readOnly, List<String> options) {
        return new MountPlan(
                at.toString(),
                new Tree.FileSystem("tmpfs", "tmpfs", parameters),
                readOnly,
                options,
                "@TmpfsMount(at = \"" + at + "\")");
    }

    private static Map<String, String> parameters(String size, long inodes, String mode) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("size", size);
        parameters.put("nr_inodes", Long.toString(inodes));
        parameters.put("mode", mode);
        return parameters;
    }

    static MountPlan propagating(MountPlan mount, PropagationType type) {
        return new MountPlan(
                mount.mountPoint(),
                mount.tree(),
                mount.readOnly(),
                mount.options(),
                type,
                mount.followLinks(),
                mount.declaredBy(),
                mount.attribute());
    }

    /** The mount, at a symbolic link rather than where that leads. */
    static MountPlan onLink(MountPlan mount) {
        return new MountPlan(
                mount.mountPoint(),
                mount.tree(),
                mount.readOnly(),
                mount.options(),
                mount.propagation(),
                false,
                mount.declaredBy(),
                mount.attribute());
    }

    static MountPlan absent(Object path) {
        return onLink(new MountPlan(
                path.toString(), new Tree.Absent(), true, List.of(), "@AbsentPath(\"" + path + "\")", "value"));
    }

    /** An ext4 of 4 MiB. */
    static MountPlan disk(Object at, long free, boolean readOnly, String... mkfsOptions) {
        List<String> mkfs = new ArrayList<>(List.of("/usr/sbin/mkfs.ext4", "-q", "-F", "-m", "0"));
        mkfs.addAll(List.of(mkfsOptions));
        return new MountPlan(
                at.toString(),
                new Tree.Disk("ext4", new DiskContent.Made(mkfs, 4 << 20, "1777", Map.of(), free, null), Map.of()),
                readOnly,
                List.of("nosuid", "nodev"),
                "@DiskMount(at = \"" + at + "\")");
    }

    static MountPlan diskOf(Object at, CopiedTree content) {
        MountPlan empty = disk(at, Tree.FileSystem.ALL, false);
        DiskContent.Made made = (DiskContent.Made) ((Tree.Disk) empty.tree()).content();
        return empty.with(new Tree.Disk(
                "ext4",
                new DiskContent.Made(made.mkfs(), made.size(), made.mode(), made.owner(), made.free(), content),
                Map.of()));
    }

    static MountPlan image(Object source, Object at, String type, boolean readOnly) {
        return new MountPlan(
                at.toString(),
                new Tree.Disk(type, new DiskContent.Image(source.toString(), !readOnly), Map.of()),
                readOnly,
                List.of("nosuid", "nodev"),
                "@ImageMount(at = \"" + at + "\")");
    }

    static MountPlan newFile(Object at, String text, String mode, boolean readOnly) {
        return new MountPlan(
                at.toString(),
                Tree.NewFile.of(text.getBytes(StandardCharsets.UTF_8), mode, Map.of()),
                readOnly,
                List.of("nosuid", "nodev"),
                "@FileContent(at = \"" + at + "\")");
    }

    static MountPlan bind(Object source, Object at) {
        return bindWith(source, at);
    }

    static MountPlan bindWith(Object source, Object at, String... options) {
        return bind(source, at, false, true, List.of(options));
    }

    static MountPlan readOnlyBind(Object source, Object at) {
        return bind(source, at, true, true, List.of());
    }

    /** What the layout has at another path. */
    static MountPlan bindOfLayout(Object source, Object at, boolean readOnly) {
        return new MountPlan(
                at.toString(),
                new Tree.Copy(Source.ofLayout(source.toString()), true),
                readOnly,
                List.of(),
                "@BindMount(at = \"" + at + "\")");
    }

    /** What cannot be written, as {@code @ReadOnlyPath}. */
    static MountPlan readOnlyPath(Object path) {
        return bindOfLayout(path, path, true);
    }

    /** An overlay of what is at its mount point. */
    static MountPlan overlay(Object at) {
        return overlay(at, false, Source.ofLayout(at.toString()));
    }

    static MountPlan overlay(Object at, boolean readOnly, Source... lower) {
        return new MountPlan(
                at.toString(),
                new Tree.Overlay(List.of(lower), Map.of()),
                readOnly,
                List.of("nosuid", "nodev"),
                "@OverlayMount(at = \"" + at + "\")");
    }

    static MountPlan masked(Object path, boolean file) {
        return new MountPlan(
                path.toString(),
                new Tree.Mask(file),
                true,
                List.of("nosuid", "nodev"),
                "@MaskedPath(\"" + path + "\")",
                "value");
    }

    static MountPlan singleBind(Object source, Object at) {
        return bind(source, at, false, false, List.of());
    }

    private static MountPlan bind(Object source, Object at, boolean readOnly, boolean recursive, List<String> options) {
        return new MountPlan(
                at.toString(),
                new Tree.Copy(Source.ofHost(source.toString()), recursive),
                readOnly,
                options,
                "@BindMount(at = \"" + at + "\")");
    }

    static Path child(Path directory, String name) {
        return Path.of(directory.toString(), name);
    }
}
