package org.isolatedmounts.internal.supervisor.laying;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;

/** Layouts of all kinds of mounts at paths of a few names, so that they meet. */
final class RandomLayouts {

    private static final List<String> NAMES = List.of("a", "b", "c", "file", "link", "loose", "new", "x y");
    private static final List<String> DIRECTORIES =
            List.of("a", "a/b", "a/b/c", "b", "b/a", "c", "c/x y", "link", "link/c", "a/link");
    private static final List<String> FILES = List.of("file", "a/file", "a/b/file", "link/file", "b/link");
    private static final int MOST = 6;

    private final Random random;
    private final Path home;
    private final boolean disks;
    private boolean propagating;

    RandomLayouts(long seed, Path home, boolean disks) {
        this.random = new Random(seed);
        this.home = home;
        this.disks = disks;
    }

    /** As annotations could declare them: each mount point is named once. */
    List<MountPlan> next() {
        int count = 1 + random.nextInt(MOST);
        propagating = random.nextInt(3) == 0;
        Set<String> taken = new HashSet<>();
        List<MountPlan> layout = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MountPlan mount = Plans.propagating(mount(), propagation());
            if (taken.add(mount.mountPoint())) {
                layout.add(mount);
            }
        }
        return layout;
    }

    /** Of what the last layout does not declare. */
    PropagationType hostMounts() {
        return propagating && random.nextInt(4) == 0 ? PropagationType.SHARED : PropagationType.PRIVATE;
    }

    private PropagationType propagation() {
        PropagationType[] types = PropagationType.values();
        return propagating && random.nextBoolean() ? types[random.nextInt(types.length)] : PropagationType.PRIVATE;
    }

    private MountPlan mount() {
        Path at = path();
        Path there = random.nextBoolean() ? at : existing(DIRECTORIES);
        List<Supplier<MountPlan>> kinds = List.of(
                () -> Plans.tmpfs(at),
                () -> Plans.readOnlyTmpfs(at, "noexec", "nosuid"),
                () -> Plans.tmpfsFilled(at, 4096, random.nextBoolean()),
                () -> Plans.tmpfsOf(
                        at, CopiedTree.ofDirectory(existing(DIRECTORIES).toString(), Map.of()), random.nextBoolean()),
                () -> Plans.bindWith(existing(DIRECTORIES), at, "nodev", "noexec"),
                () -> Plans.readOnlyBind(existing(FILES), random.nextBoolean() ? existing(FILES) : at),
                () -> Plans.readOnlyBind(path(), at),
                () -> Plans.bindOfLayout(source(), at, random.nextBoolean()),
                () -> Plans.readOnlyPath(there),
                () -> Plans.newFile(random.nextBoolean() ? existing(FILES) : at, "text\n", "644", random.nextBoolean()),
                () -> Plans.overlay(there, random.nextBoolean(), Source.ofLayout(there.toString())),
                () -> Plans.overlay(at, random.nextBoolean(), layer(), layer()),
                () -> Plans.masked(there, false),
                () -> Plans.absent(random.nextBoolean() ? existing(FILES) : there),
                () -> Plans.onLink(Plans.tmpfs(there)),
                () -> Plans.onLink(Plans.newFile(existing(FILES), "text\n", "644", false)),
                () -> disks ? Plans.disk(at, Tree.FileSystem.ALL, random.nextBoolean()) : Plans.tmpfs(at));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Source layer() {
        return new Source(source().toString(), random.nextBoolean());
    }

    private Path source() {
        return random.nextInt(4) == 0 ? path() : existing(DIRECTORIES);
    }

    private Path existing(List<String> names) {
        return home.resolve(names.get(random.nextInt(names.size())));
    }

    private Path path() {
        Path path = home;
        int depth = 1 + random.nextInt(3);
        for (int i = 0; i < depth; i++) {
            path = path.resolve(NAMES.get(random.nextInt(NAMES.size())));
        }
        return path;
    }
}
