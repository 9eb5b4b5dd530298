package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads proc_pid_mountinfo(5). */
final class MountInfoParser {

    private static final String SEPARATOR = "separator \"-\"";

    /** What a field meant on the line before: neighbours are much alike, and need not be decoded twice. */
    private final class Remembered<T> {

        private int start;
        private int end;
        private @Nullable T value;

        private T orElse(Supplier<T> decoder) {
            T known = value;
            if (known == null || !line.fieldIsAlsoAt(start, end)) {
                known = decoder.get();
                value = known;
                start = line.fieldStart();
                end = line.fieldEnd();
            }
            return known;
        }
    }

    private final LineReader line;
    private final Remembered<String> root = new Remembered<>();
    private final Remembered<List<String>> mountOptions = new Remembered<>();
    private final Remembered<String> fileSystemType = new Remembered<>();
    private final Remembered<String> source = new Remembered<>();
    private final Remembered<List<String>> superOptions = new Remembered<>();

    private MountInfoParser(byte[] bytes) {
        line = new LineReader("mountinfo", bytes);
    }

    /** @param malformed is told of each line that cannot be read; if it does not throw, the line is left out */
    static List<MountEntry> parse(byte[] bytes, Consumer<? super MalformedMountInfoException> malformed) {
        MountInfoParser parser = new MountInfoParser(bytes);
        List<MountEntry> entries = new ArrayList<>();
        while (parser.line.nextLine()) {
            try {
                entries.add(parser.entry());
            } catch (MalformedMountInfoException e) {
                malformed.accept(e);
            }
        }
        return List.copyOf(entries);
    }

    private MountEntry entry() {
        return new MountEntry(
                line.number("mount id"),
                line.number("parent id"),
                line.device(),
                strict("root", root),
                path("mount point"),
                options(),
                propagation(),
                strict("filesystem type", fileSystemType),
                source(),
                superOptions());
    }

    private String path(String name) {
        line.field(name);
        return line.strictlyUnescaped(name);
    }

    private String strict(String name, Remembered<String> remembered) {
        line.field(name);
        return remembered.orElse(() -> line.strictlyUnescaped(name));
    }

    private List<String> options() {
        line.field("mount options");
        return mountOptions.orElse(line::options);
    }

    /** Filesystems write these last two themselves, and not all of them escape what they should. */
    private String source() {
        line.field("mount source");
        return source.orElse(line::unescaped);
    }

    private List<String> superOptions() {
        line.rest("super options");
        return superOptions.orElse(line::options);
    }

    private MountPropagation propagation() {
        line.field(SEPARATOR);
        if (line.fieldIs("-")) {
            return MountPropagation.PRIVATE;
        }
        OptionalInt peerGroup = OptionalInt.empty();
        OptionalInt master = OptionalInt.empty();
        OptionalInt propagateFrom = OptionalInt.empty();
        boolean unbindable = false;
        List<String> unknown = new ArrayList<>();
        while (!line.fieldIs("-")) {
            if (line.fieldStartsWith("shared:")) {
                peerGroup = group(peerGroup, "shared:");
            } else if (line.fieldStartsWith("master:")) {
                master = group(master, "master:");
            } else if (line.fieldStartsWith("propagate_from:")) {
                propagateFrom = group(propagateFrom, "propagate_from:");
            } else if (line.fieldIs("unbindable")) {
                unbindable = true;
            } else if (!line.fieldIs("")) {
                // some kernels in user space write two spaces if there is no optional field
                unknown.add(line.raw());
            }
            line.field(SEPARATOR);
        }
        return new MountPropagation(peerGroup, master, propagateFrom, unbindable, unknown);
    }

    private OptionalInt group(OptionalInt earlier, String tag) {
        if (earlier.isPresent()) {
            throw line.malformed("a second field " + tag);
        }
        return OptionalInt.of(line.numberAfter(tag.length(), "peer group"));
    }
}
