package org.isolatedmounts.internal.supervisor.laying;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.AT_NO_AUTOMOUNT;
import static org.isolatedmounts.internal.linux.Flags.AT_SYMLINK_NOFOLLOW;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.linux.Errno;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCallException;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.supervisor.command.ResolvedPath;

/**
 * Follows a path as the kernel does, see path_resolution(7), element by element, so that what is wrong with it can be
 * said, and what is missing be made.
 */
final class PathWalk {

    /** As in the kernel. */
    private static final int MAX_LINKS = 40;

    private final SystemCalls calls;
    private final MountPlan plan;
    private final String path;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final boolean followLast;
    private int links;

    private PathWalk(SystemCalls calls, MountPlan plan, String path, boolean followLast) {
        this.calls = calls;
        this.plan = plan;
        this.path = path;
        this.followLast = followLast;
    }

    static ResolvedPath resolve(SystemCalls calls, MountPlan plan, String path) throws LayoutRefusedException {
        return new PathWalk(calls, plan, path, true).walk();
    }

    /** Of a symbolic link at the path itself, nothing exists but its directory. */
    static ResolvedPath resolveItself(SystemCalls calls, MountPlan plan, String path) throws LayoutRefusedException {
        return new PathWalk(calls, plan, path, false).walk();
    }

    private ResolvedPath walk() throws LayoutRefusedException {
        comeNext(path);
        FileStatus here = status("/");
        while (!ahead.isEmpty()) {
            String element = ahead.pop();
            if (!here.isDirectory()) {
                throw refused(current() + " is not a directory (ENOTDIR)");
            }
            if (element.equals("..")) {
                if (!done.isEmpty()) {
                    done.remove(done.size() - 1);
                }
                here = status(current());
                continue;
            }
            String next = ResolvedPath.child(current(), element);
            Optional<FileStatus> found = find(next, element);
            if (found.isEmpty()) {
                return missingFrom(element, here, false);
            }
            if (!found.get().isSymbolicLink()) {
                done.add(element);
                here = found.get();
            } else if (followLast || !ahead.isEmpty()) {
                follow(next);
                here = status(current());
            } else {
                return missingFrom(element, here, true);
            }
        }
        return new ResolvedPath(current(), here, List.of(), false);
    }

    private void follow(String link) throws LayoutRefusedException {
        if (++links > MAX_LINKS) {
            throw refused("the symbolic link " + link + " leads through more than " + MAX_LINKS + " others (ELOOP)");
        }
        String target = calls.readlinkat(AT_FDCWD, link);
        if (target.startsWith("/")) {
            done.clear();
        }
        comeNext(target);
    }

    private void comeNext(String text) {
        String[] names = text.split("/", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].isEmpty() && !names[i].equals(".")) {
                ahead.push(names[i]);
            }
        }
    }

    private ResolvedPath missingFrom(String first, FileStatus ancestor, boolean occupied)
            throws LayoutRefusedException {
        List<String> missing = new ArrayList<>();
        missing.add(first);
        missing.addAll(ahead);
        if (missing.contains("..")) {
            throw refused(ResolvedPath.child(current(), first) + ", which a symbolic link leads through, does not exist"
                    + " (ENOENT)");
        }
        return new ResolvedPath(current(), ancestor, missing, occupied);
    }

    private String current() {
        return "/" + String.join("/", done);
    }

    private FileStatus status(String file) {
        return calls.statx(AT_FDCWD, file, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
    }

    private Optional<FileStatus> find(String file, String element) throws LayoutRefusedException {
        try {
            return calls.find(AT_FDCWD, file, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT);
        } catch (SystemCallException e) {
            throw refused(explain(e, element));
        }
    }

    private String explain(SystemCallException e, String element) {
        return switch (e.errno()) {
            case Errno.EACCES -> "no permission to look into the directory " + current() + " (EACCES)";
            case Errno.ENAMETOOLONG ->
                "the name " + element + " is too long for the directory " + current() + " (ENAMETOOLONG)";
            default -> String.valueOf(e.getMessage());
        };
    }

    private LayoutRefusedException refused(String problem) {
        return new LayoutRefusedException(plan, "the mount point " + path + " cannot be reached: " + problem);
    }
}
