package org.isolatedmounts.internal.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * A filter that filters nothing: it is the Launcher's way of showing the descriptors to somebody who is no engine.
 *
 * <p>A Launcher discovers on the thread that asked it to; that is how the trees get from the filter to the listener.
 */
public final class DiscoveredTrees implements PostDiscoveryFilter {

    private static final ThreadLocal<Seen> SEEN = ThreadLocal.withInitial(() -> new Seen(null));

    /**
     * What the filter has been shown.
     *
     * @param templates the tests in each class template, by unique id: a template hides them once filters have been applied
     */
    record Seen(
            @Nullable LauncherDiscoveryRequest request,
            Set<TestDescriptor> roots,
            Map<String, List<TestDescriptor>> templates) {

        Seen(@Nullable LauncherDiscoveryRequest request) {
            this(request, Collections.newSetFromMap(new IdentityHashMap<>()), new LinkedHashMap<>());
        }

        private void see(TestDescriptor descriptor) {
            Optional<TestDescriptor> template = Optional.empty();
            TestDescriptor root = descriptor;
            while (root.getParent().isPresent()) {
                root = root.getParent().get();
                template = isClassTemplate(root) ? Optional.of(root) : template;
            }
            roots.add(root);
            template.filter(outermost -> descriptor.getChildren().isEmpty() && isIncluded(descriptor))
                    .ifPresent(outermost -> templates
                            .computeIfAbsent(outermost.getUniqueId().toString(), id -> new ArrayList<>())
                            .add(descriptor));
        }

        /** By its id: it does not say before it is pruned that it makes its tests only when it is executed. */
        private static boolean isClassTemplate(TestDescriptor descriptor) {
            return descriptor.getUniqueId().getLastSegment().getType().endsWith("class-template");
        }

        /** Whether the other filters, which may come after this one, leave a test. */
        private boolean isIncluded(TestDescriptor descriptor) {
            return request == null
                    || request.getPostDiscoveryFilters().stream()
                            .allMatch(filter -> filter.apply(descriptor).included());
        }
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        SEEN.get().see(descriptor);
        return FilterResult.included("isolated-mounts only looks");
    }

    static void begin(LauncherDiscoveryRequest request) {
        SEEN.set(new Seen(request));
    }

    static Seen take() {
        Seen seen = SEEN.get();
        SEEN.remove();
        return seen;
    }
}
