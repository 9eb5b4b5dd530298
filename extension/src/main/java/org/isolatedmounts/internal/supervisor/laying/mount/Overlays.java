package org.isolatedmounts.internal.supervisor.laying.mount;

import static org.isolatedmounts.internal.linux.Flags.AT_FDCWD;
import static org.isolatedmounts.internal.linux.Flags.O_CLOEXEC;
import static org.isolatedmounts.internal.linux.Flags.O_PATH;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isolatedmounts.internal.linux.FileStatus;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.internal.supervisor.command.Operation;

/**
 * Makes overlays. The kernel takes their layers by path, so these are put together on a tmpfs that for a moment covers the
 * root directory, where nobody sees it, and are named from there. What the test writes stays on that tmpfs, which goes
 * with the overlay.
 */
public final class Overlays {

    private static final String UPPER = "upper";
    private static final String WORK = "work";

    private final SystemCalls calls;
    private final Mounts mounts;
    private final boolean userNamespace;

    /**
     * Makes them.
     *
     * @param userNamespace whether the kernel lets nobody here set the attributes {@code trusted.*}
     */
    public Overlays(SystemCalls calls, Mounts mounts, boolean userNamespace) {
        this.calls = calls;
        this.mounts = mounts;
        this.userNamespace = userNamespace;
    }

    /**
     * A new overlay.
     *
     * @param layers attached nowhere, the topmost first
     */
    public int make(MountPlan plan, Tree.Overlay overlay, List<Integer> layers) {
        int root = calls.openat(AT_FDCWD, "/", O_PATH | O_CLOEXEC, 0);
        try {
            int stage = mounts.make(new Tree.FileSystem("tmpfs", "isolated-mounts", Map.of("mode", "700")), List.of());
            try {
                calls.fchdir(stage);
                mounts.attach(stage, "/");
                try {
                    return make(plan, overlay, layers, stage);
                } finally {
                    mounts.detach(".");
                }
            } finally {
                calls.close(stage);
                calls.fchdir(root);
            }
        } finally {
            calls.close(root);
        }
    }

    private int make(MountPlan plan, Tree.Overlay overlay, List<Integer> layers, int stage) {
        for (int i = 0; i < layers.size(); i++) {
            String name = Integer.toString(i);
            calls.mkdirat(stage, name, 0700);
            mounts.attach(layers.get(i), stage, name);
        }
        // the root of an overlay has the mode and the owner of its uppermost layer
        FileStatus top = mounts.rootOf(layers.get(0));
        calls.mkdirat(stage, UPPER, top.permissions());
        FileStatus upper = calls.statx(stage, UPPER, 0);
        Optional<Operation.Owner> owner = Ownership.keep(calls, stage, UPPER, top, upper, 0);
        calls.mkdirat(stage, WORK, 0700);
        Tree.FileSystem tree = new Tree.FileSystem("overlay", "overlay", parameters(overlay, layers.size()));
        int mount = mounts.make(tree, plan.options());
        mounts.log().overlaid(mount, stage, layers, top.permissions(), owner);
        return mount;
    }

    private Map<String, String> parameters(Tree.Overlay overlay, int layers) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "lowerdir",
                IntStream.range(0, layers).mapToObj(Integer::toString).collect(Collectors.joining(":")));
        parameters.put("upperdir", UPPER);
        parameters.put("workdir", WORK);
        // one device number for all files, as in a directory that is no overlay
        parameters.put("xino", "on");
        if (userNamespace || overlay.parameters().containsKey("userxattr")) {
            parameters.put("userxattr", "");
        } else {
            // directories of the layers can be renamed, as others
            parameters.put("redirect_dir", "on");
        }
        parameters.putAll(overlay.parameters());
        return parameters;
    }
}
