package org.isolatedmounts.internal.layout.check;

import static org.isolatedmounts.internal.layout.check.Place.Kind.ABSENT;
import static org.isolatedmounts.internal.layout.check.Place.Kind.DIRECTORY;
import static org.isolatedmounts.internal.layout.check.Place.Kind.FILE;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Follows paths as the kernel does (path_resolution(7)), on the host as it will look with the mounts laid so far: element
 * by element, through symbolic links, into the sources of binds and overlays and onto tmpfs mounts.
 */
final class PathLookup {

    /** As in the kernel, {@code MAXSYMLINKS}. */
    private static final int MAX_LINKS = 40;

    private static final Place ROOT = new Place(Path.of("/"), DIRECTORY);

    private final boolean tolerant;
    private final Map<Path, CheckedMount> laid = new HashMap<>();
    private final Set<Path> aboveMountPoints = new HashSet<>();
    private final Set<Path> way = new HashSet<>();
    private int links;

    /** @param link the target of a symbolic link, which is no directory; null if it is none */
    private record Entry(Place.Kind kind, @Nullable Path link) {}

    private PathLookup(boolean tolerant) {
        this.tolerant = tolerant;
    }

    static PathLookup strict() {
        return new PathLookup(false);
    }

    /** A link may lead to what does not exist, as somebody may mount something there. */
    static PathLookup tolerant() {
        return new PathLookup(true);
    }

    /** The mounts at a directory and below it. */
    Stream<CheckedMount> laidIn(Path directory) {
        return laid.containsKey(directory) || aboveMountPoints.contains(directory)
                ? laid.values().stream().filter(mount -> mount.mountPoint().startsWith(directory))
                : Stream.empty();
    }

    /** The same as it is now, for a mount that shows what is here; links may lead to what does not exist. */
    PathLookup seen() {
        PathLookup seen = tolerant();
        seen.laid.putAll(laid);
        seen.aboveMountPoints.addAll(aboveMountPoints);
        return seen;
    }

    void lay(CheckedMount mount) {
        laid.put(mount.mountPoint(), mount);
        Path above = mount.mountPoint().getParent();
        while (above != null && aboveMountPoints.add(above)) {
            above = above.getParent();
        }
    }

    Place find(String absolutePath) throws LookupException {
        links = 0;
        way.clear();
        return walk(ROOT, Path.of(absolutePath));
    }

    /**
     * As {@link #find}, but a symbolic link at the path itself is not followed.
     */
    Place findItself(String absolutePath) throws LookupException {
        Path path = Path.of(absolutePath);
        Path name = path.getFileName();
        if (name == null) {
            return find(absolutePath);
        }
        Place parent = find(String.valueOf(path.getParent()));
        if (!parent.is(DIRECTORY)) {
            return walk(parent, name);
        }
        Path itself = parent.path().resolve(name);
        way.add(itself);
        Entry entry = entry(itself);
        return new Place(itself, entry.link() == null ? entry.kind() : Place.Kind.LINK);
    }

    boolean isLink(String absolutePath) {
        try {
            return findItself(absolutePath).is(Place.Kind.LINK);
        } catch (LookupException leadsNowhere) {
            return false;
        }
    }

    /** What the last path led through, and where to: links and directories, whether they exist or not. */
    Set<Path> way() {
        return new HashSet<>(way);
    }

    private Place walk(Place start, Path path) throws LookupException {
        Place place = path.isAbsolute() ? ROOT : start;
        for (Path name : path) {
            if (place.is(FILE)) {
                throw LookupException.notDirectory(place.path(), declaredBy(place.path()));
            }
            if (!name.toString().equals("..")) {
                place = step(place.path().resolve(name));
            } else if (place.is(ABSENT)) {
                return place;
            } else {
                place = new Place(parentOf(place.path()), DIRECTORY);
            }
        }
        return place;
    }

    private Place step(Path path) throws LookupException {
        way.add(path);
        Entry entry = entry(path);
        return entry.link() == null ? new Place(path, entry.kind()) : follow(path, entry.link());
    }

    /** What is at a path whose parent is free of symbolic links. */
    private Entry entry(Path path) throws LookupException {
        CheckedMount mount = mountOf(path);
        if (mount != null && mount.mountPoint().equals(path)) {
            return new Entry(mount.kind(), null);
        }
        if (aboveMountPoints.contains(path)) {
            return new Entry(DIRECTORY, null);
        }
        if (mount == null) {
            return entryOfHost(path);
        }
        Path inside = mount.mountPoint().relativize(path);
        for (CheckedMount.Layer layer : mount.shown()) {
            Entry found = layer.seen().entry(layer.place().path().resolve(inside));
            if (found.kind() != ABSENT) {
                return found;
            }
        }
        return new Entry(ABSENT, null);
    }

    /** @param path free of symbolic links */
    Origin origin(Path path) {
        CheckedMount mount = mountOf(path);
        if (mount == null) {
            return new Origin(null, path);
        }
        if (!(mount.plan().tree() instanceof Tree.Copy)) {
            return new Origin(mount, path);
        }
        CheckedMount.Layer source = mount.layers().get(0);
        return source.seen()
                .origin(source.place().path().resolve(mount.mountPoint().relativize(path)));
    }

    private static Entry entryOfHost(Path path) throws LookupException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return new Entry(FILE, Files.readSymbolicLink(path));
            }
            return new Entry(attributes.isDirectory() ? DIRECTORY : FILE, null);
        } catch (NoSuchFileException e) {
            return new Entry(ABSENT, null);
        } catch (AccessDeniedException e) {
            throw LookupException.denied(parentOf(path));
        } catch (IOException e) {
            throw LookupException.failed(path, e);
        }
    }

    private Place follow(Path link, Path target) throws LookupException {
        links++;
        if (links > MAX_LINKS) {
            throw LookupException.loop(link);
        }
        Place end = walk(new Place(parentOf(link), DIRECTORY), target);
        if (end.is(ABSENT) && !tolerant) {
            CheckedMount mount = mountOf(end.path());
            throw mount == null
                    ? LookupException.dangling(link, target)
                    : LookupException.danglingInMount(link, target, mount.plan().declaredBy());
        }
        return end;
    }

    /** The mount of the layout that a place is on, if it is not the host's. */
    Optional<CheckedMount> mountAround(Path path) {
        return Optional.ofNullable(mountOf(path));
    }

    private @Nullable CheckedMount mountOf(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            CheckedMount mount = laid.get(at);
            if (mount != null) {
                return mount;
            }
        }
        return null;
    }

    private String declaredBy(Path file) {
        CheckedMount mount = laid.get(file);
        return mount == null ? "" : " that " + mount.plan().declaredBy() + " mounts there";
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        return parent == null ? ROOT.path() : parent;
    }
}
