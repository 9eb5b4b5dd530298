package org.isolatedmounts.internal.discovery;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * A filter that filters nothing: it is the Launcher's way of showing the descriptors to somebody who is no engine.
 *
 * <p>A Launcher discovers on the thread that asked it to; that is how the trees get from the filter to the listener.
 */
public final class DiscoveredTrees implements PostDiscoveryFilter {

    private static final ThreadLocal<Set<TestDescriptor>> ROOTS =
            ThreadLocal.withInitial(() -> Collections.newSetFromMap(new IdentityHashMap<>()));

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        TestDescriptor root = descriptor;
        while (root.getParent().isPresent()) {
            root = root.getParent().get();
        }
        ROOTS.get().add(root);
        return FilterResult.included("isolated-mounts only looks");
    }

    static Set<TestDescriptor> take() {
        Set<TestDescriptor> roots = ROOTS.get();
        ROOTS.remove();
        return roots;
    }
}
