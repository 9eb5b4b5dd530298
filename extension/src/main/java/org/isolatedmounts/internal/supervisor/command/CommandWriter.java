package org.isolatedmounts.internal.supervisor.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.Operation.Attach;
import org.isolatedmounts.internal.supervisor.command.Operation.Copied;
import org.isolatedmounts.internal.supervisor.command.Operation.Cover;
import org.isolatedmounts.internal.supervisor.command.Operation.Detached;
import org.isolatedmounts.internal.supervisor.command.Operation.Fill;
import org.isolatedmounts.internal.supervisor.command.Operation.Filled;
import org.isolatedmounts.internal.supervisor.command.Operation.Made;
import org.isolatedmounts.internal.supervisor.command.Operation.MakeDirectory;
import org.isolatedmounts.internal.supervisor.command.Operation.MakeFile;
import org.isolatedmounts.internal.supervisor.command.Operation.Masked;
import org.isolatedmounts.internal.supervisor.command.Operation.OnDisk;
import org.isolatedmounts.internal.supervisor.command.Operation.Overlaid;
import org.isolatedmounts.internal.supervisor.command.Operation.Propagate;
import org.isolatedmounts.internal.supervisor.command.Operation.ReplaceRoot;
import org.isolatedmounts.internal.supervisor.command.Operation.Resize;
import org.isolatedmounts.internal.supervisor.command.Operation.Seal;
import org.isolatedmounts.internal.supervisor.command.Operation.Take;
import org.isolatedmounts.internal.supervisor.command.Operation.Wrote;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Operation}s as mount(8) and its like, which work with paths and not with file descriptors: what is
 * needed after something has covered it is kept aside meanwhile, below a tmpfs that is unbindable, so that no recursive
 * bind takes it along.
 */
final class CommandWriter {

    /** A directory with more entries is taken over by a loop, or a log could become long. */
    private static final int MOST_ENTRIES = 32;

    /** Under the umask that people have. */
    private static final int USUAL_MODE = 0755;

    private static final List<String> OTHER_PLACES =
            List.of("/sys/kernel/tracing", "/mnt", "/media", "/srv", "/opt", "/var/local", "/boot");

    private final List<Operation> operations;
    private final Map<Integer, MountEntry> laid;
    private final String place;
    private final ShownSources sources;
    private final IdentityHashMap<Copied, String> aside = new IdentityHashMap<>();
    private final List<String> commands = new ArrayList<>();
    private final List<String> madeDirectories = new ArrayList<>();
    private String asideRoot;
    private String newRoot = "";
    private int lastAside;

    CommandWriter(List<Operation> operations, MountTable laid, String place) {
        this.operations = operations;
        this.laid = new HashMap<>();
        laid.mounts().forEach(entry -> this.laid.put(entry.mountId(), entry));
        this.place = Stream.concat(
                        Stream.of(place), OTHER_PLACES.stream().filter(each -> Files.isDirectory(Path.of(each))))
                .filter(each -> operations.stream().noneMatch(operation -> isInTheWay(each, operation)))
                .findFirst()
                .orElse(place);
        this.asideRoot = this.place;
        this.sources = new ShownSources(operations);
    }

    List<String> write() {
        boolean needsPlace = operations.stream()
                .anyMatch(operation ->
                        needsPlace(operation) || ShownSources.copies(operation).anyMatch(this::isKeptAside));
        if (needsPlace) {
            add("mount -t tmpfs -o mode=700 isolated-mounts", place);
            add("mount --make-unbindable", place);
        }
        operations.stream()
                .flatMap(ShownSources::copies)
                .filter(copy -> !copy.source().ofLayout() && isKeptAside(copy) && !aside.containsKey(copy))
                .forEach(this::keepAside);
        operations.forEach(this::write);
        flushMadeDirectories();
        if (needsPlace) {
            if (operations.stream().anyMatch(CommandWriter::shares)) {
                // or what is unmounted there is unmounted at its peers, too
                add("mount --make-rprivate", place);
            }
            add("umount -l", place);
        }
        return commands;
    }

    private static boolean shares(Operation operation) {
        return operation instanceof Propagate propagate && propagate.types().contains("shared");
    }

    private static boolean needsPlace(Operation operation) {
        return operation instanceof Cover || (operation instanceof Attach attach && needsPlace(attach.tree()));
    }

    private static boolean needsPlace(Detached tree) {
        if (tree instanceof Filled filled) {
            return filled.content().archive() || needsPlace(filled.tree());
        }
        return !(tree instanceof Made)
                && !(tree instanceof Copied)
                && !(tree instanceof OnDisk disk && disk.place().isEmpty());
    }

    private static String source(Copied copy) {
        return Objects.requireNonNullElse(copy.resolved(), copy.source().path());
    }

    private static boolean isInTheWay(String place, Operation operation) {
        if (ShownSources.copies(operation).anyMatch(copy -> ResolvedPath.isAtOrBelow(source(copy), place))) {
            return true;
        }
        String target = ShownSources.target(operation);
        return target.length() > 1
                && (ResolvedPath.isAtOrBelow(target, place) || ResolvedPath.isAtOrBelow(place, target));
    }

    private void write(Operation operation) {
        if (operation instanceof MakeDirectory make && make.mode() == USUAL_MODE) {
            madeDirectories.add(make.path());
            return;
        }
        flushMadeDirectories();
        if (operation instanceof MakeDirectory make) {
            add("mkdir -m " + Integer.toOctalString(make.mode()), make.path());
        } else if (operation instanceof MakeFile make) {
            add("touch", make.path());
        } else if (operation instanceof Take take && isKeptAside(take.copy())) {
            keepAside(take.copy());
        } else if (operation instanceof Attach attach) {
            attach(attach);
        } else if (operation instanceof Cover cover) {
            cover(cover);
        } else if (operation instanceof ReplaceRoot) {
            replaceRoot();
        } else if (operation instanceof Fill fill) {
            add("fallocate -l " + fill.bytes(), ResolvedPath.child(fill.mountPoint(), ".isolated-mounts"));
        } else if (operation instanceof Resize resize) {
            add("mount -o remount,nr_inodes=" + resize.inodes(), resize.mountPoint());
        } else if (operation instanceof Propagate propagate) {
            propagate.types().forEach(type -> add(make(propagate.recursive(), type), propagate.mountPoint()));
        } else if (operation instanceof Seal seal) {
            remount(seal.mountPoint(), laid.get((int) seal.mountId()));
        }
    }

    private void attach(Attach attach) {
        int begin = commands.size();
        attachTree(attach);
        if (!attach.removed().isEmpty()) {
            add("rm -r --", attach.removed().toArray(String[]::new));
            // in a shell of their own, or something of the host would be removed if nothing could be mounted there
            List<String> all = commands.subList(begin, commands.size());
            String together = "(set -e; " + String.join("; ", all) + ")";
            all.clear();
            commands.add(together);
        }
    }

    private void attachTree(Attach attach) {
        if (attach.tree() instanceof Filled filled) {
            attachTree(new Attach(filled.tree(), attach.mountPoint(), attach.mountId(), List.of()));
            fill(filled, attach.mountPoint());
        } else if (attach.tree() instanceof Made made) {
            make(made, attach.mountPoint());
        } else if (attach.tree() instanceof Wrote wrote) {
            write(wrote, attach);
        } else if (attach.tree() instanceof Masked masked) {
            mask(masked, attach);
        } else if (attach.tree() instanceof OnDisk disk) {
            String file = disk.place()
                    .map(this::newFile)
                    .orElseGet(() -> disk.disk().content() instanceof DiskContent.Image image ? image.file() : "");
            commands.addAll(DiskCommands.of(disk, file, attach.mountPoint()));
        } else if (attach.tree() instanceof Overlaid overlaid) {
            overlay(overlaid, attach.mountPoint());
        } else if (attach.tree() instanceof Copied copy) {
            add(bind(copy.recursive()), seen(copy), attach.mountPoint());
            if (copy.changed()) {
                MountEntry root = laid.get((int) attach.mountId());
                remount(attach.mountPoint(), root);
                if (copy.recursive() && root != null) {
                    cameAlong(root)
                            .filter(entry -> !arrivedLater(entry, root, attach))
                            .forEach(entry -> remount(entry.mountPoint(), entry));
                }
            }
        }
    }

    private void fill(Filled filled, String mountPoint) {
        String from = seen(filled.source());
        if (filled.content().archive()) {
            String unpacked = asideRoot + newAside();
            add("mkdir", unpacked);
            String prefix = filled.content().prefix();
            commands.add("(cd " + ShellWord.of(unpacked) + " && jar -xf " + ShellWord.of(from)
                    + (prefix.isEmpty() ? "" : " " + ShellWord.of(prefix)) + ")");
            from = unpacked + (prefix.isEmpty() ? "" : "/" + prefix);
        }
        add("cp -R --preserve=mode,timestamps --", ResolvedPath.child(from, "."), mountPoint);
        if (!filled.content().owner().isEmpty()) {
            add("chown -Rh " + ShellWord.ofOwner(filled.content().owner()), mountPoint);
        }
        if (!filled.mode().isEmpty()) {
            add("chmod " + filled.mode(), mountPoint);
        }
    }

    /** Where a source is seen now. */
    private String seen(Copied copy) {
        String kept = aside.get(copy);
        return kept == null ? source(copy) : asideRoot + kept;
    }

    private void overlay(Overlaid overlaid, String mountPoint) {
        String stage = asideRoot + newAside();
        add("mkdir", stage);
        make(overlaid.stage(), stage);
        for (int i = 0; i < overlaid.lower().size(); i++) {
            String layer = stage + "/" + i;
            add("mkdir -m 700", layer);
            add("mount --bind", seen(overlaid.lower().get(i)), layer);
        }
        add("mkdir -m " + Integer.toOctalString(overlaid.mode()), stage + "/upper");
        overlaid.owner().ifPresent(owner -> give(owner, stage));
        add("mkdir -m 700", stage + "/work");
        // in the directory of its layers, as they are named from there
        commands.add("(cd " + ShellWord.of(stage) + " && mount -t overlay -o "
                + ShellWord.of(overlaid.overlay().options()) + " overlay " + ShellWord.of(mountPoint) + ")");
    }

    private void give(Operation.Owner owner, String directory) {
        String group = owner.group() < 0 ? "" : ":" + owner.group();
        String path = owner.name().isEmpty() ? directory : ResolvedPath.child(directory, owner.name());
        add("chown -h " + owner.user() + group, path);
    }

    private void write(Wrote wrote, Attach attach) {
        Tree.NewFile file = wrote.file();
        String path = newFile(wrote.place());
        commands.add(WrittenFile.command(file.bytes(), path));
        add("chmod " + file.mode(), path);
        if (!file.owner().isEmpty()) {
            add("chown " + ShellWord.ofOwner(file.owner()), path);
        }
        add("mount --bind", path, attach.mountPoint());
        remount(attach.mountPoint(), laid.get((int) attach.mountId()));
    }

    private void mask(Masked masked, Attach attach) {
        String path = newFile(masked.place());
        commands.add("mknod -m 0 " + ShellWord.of(path) + " c 0 0");
        add("mount --bind", path, attach.mountPoint());
        remount(attach.mountPoint(), laid.get((int) attach.mountId()));
    }

    /** The path of one that is to be made, on a tmpfs of its own. */
    private String newFile(Made place) {
        String directory = asideRoot + newAside();
        add("mkdir", directory);
        make(place, directory);
        return directory + "/file";
    }

    /** The kernel replaces all flags of the mount by those that are given. */
    private void remount(String mountPoint, @Nullable MountEntry entry) {
        String flags = entry == null ? "ro" : String.join(",", entry.mountOptions());
        add("mount -o remount,bind," + flags, mountPoint);
    }

    /** What is mounted below a mount without having been laid there. */
    private Stream<MountEntry> cameAlong(MountEntry mount) {
        return laid.values().stream()
                .filter(entry -> entry.parentId() == mount.mountId() && entry.mountId() != mount.mountId())
                .filter(entry -> operations.stream().noneMatch(operation -> isOf(entry, operation)))
                .flatMap(entry -> Stream.concat(Stream.of(entry), cameAlong(entry)));
    }

    /** From a peer or the master of the mount, on which the same was laid after it. */
    private boolean arrivedLater(MountEntry entry, MountEntry mount, Attach attach) {
        String path = entry.mountPoint().substring(mount.mountPoint().length());
        return operations.stream()
                .dropWhile(operation -> operation != attach)
                .skip(1)
                .filter(Attach.class::isInstance)
                .map(Attach.class::cast)
                .filter(later -> later.mountPoint().endsWith(path))
                .map(later -> laid.get((int) later.mountId()))
                .anyMatch(later -> later != null
                        && later.device().equals(entry.device())
                        && later.root().equals(entry.root()));
    }

    private static boolean isOf(MountEntry entry, Operation operation) {
        return (operation instanceof Attach attach && attach.mountId() == entry.mountId())
                || (operation instanceof Cover cover && cover.mountId() == entry.mountId());
    }

    /** A slave is made where nothing propagates. */
    private boolean isKeptAside(Copied copy) {
        return copy.slave() || sources.isChanged(copy);
    }

    private void keepAside(Copied copy) {
        String kept = newAside();
        aside.put(copy, kept);
        add(copy.directory() ? "mkdir" : "touch", asideRoot + kept);
        add(bind(copy.recursive()), copy.source().path(), asideRoot + kept);
        if (copy.slave()) {
            add(make(copy.recursive(), "slave"), asideRoot + kept);
        }
    }

    private static String make(boolean recursive, String propagationType) {
        return "mount --make-" + (recursive ? "r" : "") + propagationType;
    }

    /** Filled aside, while the directory can still be seen, and moved onto it then. */
    private void cover(Cover cover) {
        String scaffold = asideRoot + newAside();
        add("mkdir", scaffold);
        make(cover.tmpfs(), scaffold);
        if (cover.entries().size() > MOST_ENTRIES) {
            commands.add(loop(cover, scaffold));
        } else {
            takeOver(cover, scaffold);
        }
        cover.owners().forEach(owner -> give(owner, scaffold));
        for (String mountPoint : cover.movedUp()) {
            String copy = scaffold + mountPoint.substring(cover.directory().length());
            add("umount -l", copy);
            add("mount -n --move", mountPoint, copy);
        }
        if (cover.directory().equals("/")) {
            newRoot = scaffold;
        } else {
            // not to be noted in /run/mount, which an ordinary user cannot write
            add("mount -n --move", scaffold, cover.directory());
        }
    }

    private void takeOver(Cover cover, String scaffold) {
        List<Operation.Entry> bound = cover.entries().stream()
                .filter(entry -> entry.linkTarget() == null)
                .toList();
        addAll("mkdir", bound.stream().filter(Operation.Entry::directory), scaffold);
        addAll("touch", bound.stream().filter(entry -> !entry.directory()), scaffold);
        for (Operation.Entry entry : cover.entries()) {
            String copy = ResolvedPath.child(scaffold, entry.name());
            if (entry.linkTarget() != null) {
                add("ln -s --", entry.linkTarget(), copy);
            } else {
                add(bind(true), ResolvedPath.child(cover.directory(), entry.name()), copy);
            }
        }
    }

    private static String loop(Cover cover, String scaffold) {
        String in = cover.directory().equals("/") ? "" : ShellWord.of(cover.directory());
        String leftOut = cover.leftOut().isEmpty()
                ? ""
                : " case \"${from##*/}\" in "
                        + cover.leftOut().stream().map(ShellWord::of).collect(Collectors.joining("|"))
                        + ") continue;; esac;";
        return "for from in " + in + "/* " + in + "/.[!.]* " + in + "/..?*; do" + leftOut + " to="
                + ShellWord.of(scaffold)
                + "/\"${from##*/}\"; if [ -L \"$from\" ]; then cp -a -- \"$from\" \"$to\";"
                + " elif [ -d \"$from\" ]; then mkdir -- \"$to\" && mount --rbind -- \"$from\" \"$to\";"
                + " elif [ -e \"$from\" ]; then touch -- \"$to\" && mount --rbind -- \"$from\" \"$to\"; fi; done";
    }

    /** The old root, and all that is kept aside in it, goes with the directory on which it is put. */
    private void replaceRoot() {
        add("pivot_root", newRoot, newRoot + place);
        commands.add("cd /");
        // or a recursive bind would take it along
        add("mount --make-unbindable", place);
        asideRoot = place + place;
    }

    private String newAside() {
        return "/" + ++lastAside;
    }

    private void make(Made made, String mountPoint) {
        String options = made.options().isEmpty() ? "" : " -o " + ShellWord.of(made.options());
        add("mount -t " + made.type() + options, made.source(), mountPoint);
    }

    private static String bind(boolean recursive) {
        return recursive ? "mount --rbind" : "mount --bind";
    }

    private void flushMadeDirectories() {
        if (!madeDirectories.isEmpty()) {
            add("mkdir", madeDirectories.toArray(String[]::new));
            madeDirectories.clear();
        }
    }

    private void addAll(String command, Stream<Operation.Entry> entries, String directory) {
        String[] paths = entries.map(entry -> ResolvedPath.child(directory, entry.name()))
                .toArray(String[]::new);
        if (paths.length > 0) {
            add(command, paths);
        }
    }

    private void add(String command, String... words) {
        commands.add(Stream.concat(Stream.of(command), Stream.of(words).map(ShellWord::of))
                .collect(Collectors.joining(" ")));
    }
}
