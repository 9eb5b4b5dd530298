package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.nio.file.Path;
import java.util.Set;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.jspecify.annotations.Nullable;

/** Where nothing can be mounted; asked with the place to which symbolic links lead. */
final class MountPointRules {

    private static final Path ROOT = Path.of("/");
    private static final Path PROC = Path.of("/proc");

    private MountPointRules() {}

    static void checkNew(Attribute at, Place target) {
        refuseRoot(at, target);
        if (target.path().startsWith(PROC)) {
            throw at.breaks(
                    "must not be /proc or below",
                    links(at, target) + "processes need the kernel's own files there: choose another path");
        }
    }

    static void checkCopy(Attribute at, Place target) {
        refuseRoot(at, target);
        if (target.path().equals(PROC)) {
            throw at.breaks(
                    "must not be /proc",
                    links(at, target) + "processes need the kernel's own files there: mount at single files below it");
        }
        if (target.path().startsWith(PROC) && target.is(Place.Kind.ABSENT)) {
            throw at.breaks("must exist, as it is below /proc", "nothing can be created there: correct the path");
        }
    }

    static void checkAbsent(Attribute path, Place target) {
        refuseRoot(path, target);
        if (target.path().startsWith(PROC)) {
            throw path.breaks(
                    "must not be /proc or below",
                    "nothing can be taken away from the kernel's own files: hide it with @MaskedPath");
        }
    }

    /** Such as {@code /proc/self/cwd/x} and {@code /dev/stdin}: links that lead elsewhere in each process. */
    static void refuseWayThroughProcess(Attribute path, Set<Path> way, @Nullable Place end) {
        if (way.stream().anyMatch(MountPointRules::isOfProcess)) {
            throw path.breaks(
                    "must not belong to a single process",
                    (end == null ? "" : links(path, end)) + "the test runs in another process: choose another path");
        }
    }

    private static boolean isOfProcess(Path path) {
        return path.startsWith(PROC)
                && path.getNameCount() > 1
                && path.getName(1).toString().matches("[0-9]+");
    }

    private static void refuseRoot(Attribute at, Place target) {
        if (target.path().equals(ROOT)) {
            throw at.breaks(
                    "must not be the root directory",
                    links(at, target) + "mount at the directories that the test uses, for example \"/data\"");
        }
    }

    private static String links(Attribute at, Place target) {
        return target.path().toString().equals(at.value())
                ? ""
                : "symbolic links lead to " + quoted(target.path()) + ": ";
    }
}
