package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads proc_pid_mountinfo(5). */
final class MountInfoParser {

    private static final String SEPARATOR = "-";

    private MountInfoParser() {}

    /** Lines end at newlines only: the kernel writes every other kind of line break as it is. */
    static List<MountEntry> parse(String text) {
        List<MountEntry> entries = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            entries.add(parse(new MountInfoLine(text.substring(start, end), entries.size() + 1)));
            start = end + 1;
        }
        return List.copyOf(entries);
    }

    private static MountEntry parse(MountInfoLine line) {
        int mountId = line.number("mount id");
        int parentId = line.number("parent id");
        DeviceNumber device = line.device();
        String root = line.path("root");
        String mountPoint = line.path("mount point");
        List<String> mountOptions = MountInfoLine.options(line.field("mount options"));
        MountPropagation propagation = propagation(line);
        String fileSystemType = line.path("filesystem type");
        // filesystems write the rest themselves, and not all of them escape what they should
        String source = OctalEscapes.resolve(line.field("mount source"));
        List<String> superOptions = MountInfoLine.options(line.rest("super options"));
        return new MountEntry(
                mountId,
                parentId,
                device,
                root,
                mountPoint,
                mountOptions,
                propagation,
                fileSystemType,
                source,
                superOptions);
    }

    private static MountPropagation propagation(MountInfoLine line) {
        OptionalInt peerGroup = OptionalInt.empty();
        OptionalInt master = OptionalInt.empty();
        OptionalInt propagateFrom = OptionalInt.empty();
        boolean unbindable = false;
        List<String> unknown = new ArrayList<>();
        String field = line.field("separator \"-\"");
        while (!field.equals(SEPARATOR)) {
            int colon = field.indexOf(':');
            String tag = colon < 0 ? field : field.substring(0, colon + 1);
            switch (tag) {
                case "shared:" -> peerGroup = group(line, field, tag);
                case "master:" -> master = group(line, field, tag);
                case "propagate_from:" -> propagateFrom = group(line, field, tag);
                case "unbindable" -> unbindable = true;
                default -> unknown.add(field);
            }
            field = line.field("separator \"-\"");
        }
        return new MountPropagation(peerGroup, master, propagateFrom, unbindable, unknown);
    }

    private static OptionalInt group(MountInfoLine line, String field, String tag) {
        return OptionalInt.of(line.number("peer group", field.substring(tag.length()), tag.length()));
    }
}
