package org.isolatedmounts.assertj;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.mountinfo.MountTree;

/** The part of a mount table that tells why an assertion failed. */
final class Excerpt {

    private static final int MOST_LINES = 20;

    /** Whether the console of this JVM has the lines of boxes: with {@code LANG} unset it has nothing but ASCII. */
    private static final boolean DRAWS_BOXES = Stream.of("stdout.encoding", "native.encoding")
            .flatMap(name -> Stream.ofNullable(System.getProperty(name)))
            .findFirst()
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .orElseGet(Charset::defaultCharset)
            .newEncoder()
            .canEncode('├');

    private Excerpt() {}

    static String of(MountTree tree) {
        return shortened(DRAWS_BOXES ? tree.toString() : tree.toAscii());
    }

    /** The mount and those above it. */
    static String of(MountTable table, MountEntry mount) {
        return of(table.toTree().only(List.of(mount)));
    }

    /** What is mounted at the path and below it, and the mounts above; around the path if there is nothing at it. */
    static String at(MountTable table, String path) {
        return table.allAt(path).isEmpty()
                ? around(table, path)
                : of(table.toTree().below(path));
    }

    /** Also the mount on which the path lies, and its neighbours: the one that was meant may be among them. */
    static String around(MountTable table, String path) {
        String directory = directoryOf(path);
        List<MountEntry> mounts = new ArrayList<>(table.toTree().below(path).mounts());
        table.mountOf(path).ifPresent(mounts::add);
        table.visible().stream()
                .filter(mount -> directoryOf(mount.mountPoint()).equals(directory))
                .forEach(mounts::add);
        return of(table.toTree().only(mounts));
    }

    private static String directoryOf(String path) {
        String withoutSlashes = path.replaceAll("/+", "/").replaceAll("/$", "");
        return withoutSlashes.substring(0, Math.max(0, withoutSlashes.lastIndexOf('/')));
    }

    /** The beginning and the end: in deep stacks what matters comes last. */
    static String shortened(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() <= MOST_LINES) {
            return text;
        }
        int half = MOST_LINES / 2;
        List<String> kept = new ArrayList<>(lines.subList(0, half));
        kept.add((DRAWS_BOXES ? "⋮ (" : "... (") + (lines.size() - 2 * half) + " lines left out)");
        kept.addAll(lines.subList(lines.size() - half, lines.size()));
        return String.join("\n", kept);
    }
}
