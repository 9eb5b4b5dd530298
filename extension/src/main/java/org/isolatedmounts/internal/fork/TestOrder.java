package org.isolatedmounts.internal.fork;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Puts the tests of a fork into the order in which the host discovered them.
 *
 * <p>An orderer that is asked again, about the tests that were left and in another JVM, may well answer otherwise: one
 * that is random, above all. A filter that filters nothing, as class templates hide their tests once filters were applied.
 */
final class TestOrder implements PostDiscoveryFilter {

    private final Map<UniqueId, Integer> positions = new LinkedHashMap<>();
    private final AtomicBoolean ordered = new AtomicBoolean();

    /** Takes the unique ids of the tests in the order of the host. */
    TestOrder(List<String> uniqueIds) {
        uniqueIds.forEach(id -> place(UniqueId.parse(id), positions.size()));
    }

    private void place(UniqueId id, int position) {
        positions.putIfAbsent(id, position);
        if (id.getSegments().size() > 1) {
            place(id.removeLastSegment(), position);
        }
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        if (!ordered.getAndSet(true)) {
            order(root(descriptor));
        }
        return FilterResult.included("the host has filtered");
    }

    private static TestDescriptor root(TestDescriptor descriptor) {
        return descriptor.getParent().map(TestOrder::root).orElse(descriptor);
    }

    private void order(TestDescriptor descriptor) {
        descriptor.orderChildren(children -> {
            children.sort(
                    Comparator.comparingInt(child -> positions.getOrDefault(child.getUniqueId(), positions.size())));
            return children;
        });
        descriptor.getChildren().forEach(this::order);
    }
}
