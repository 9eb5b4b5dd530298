package org.isolatedmounts.internal.discovery;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.discovery.event.UniqueIds;
import org.junit.jupiter.engine.descriptor.Filterable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.IterationSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * Which invocations of a template, or dynamic tests of a factory, were asked for.
 *
 * <p>Jupiter keeps the answer in a filter that can only be asked about one invocation at a time; the candidates come from
 * the request.
 */
final class SelectedInvocations {

    /** Of a container that was asked for by its number, Jupiter runs nothing within. */
    private static final String NONE = "#0";

    private final EngineDiscoveryRequest request;
    private final Map<String, List<TestDescriptor>> templates;

    /**
     * Takes the request, and the tests that filters have left in each class template.
     *
     * @param templates by unique id; of a template that was asked for by number, in these invocations of it
     */
    SelectedInvocations(EngineDiscoveryRequest request, Map<String, List<TestDescriptor>> templates) {
        this.request = request;
        this.templates = Map.copyOf(templates);
    }

    /** The unique ids to select in the fork: that of the test, or those below it if not all of it was asked for. */
    List<String> of(TestDescriptor test) {
        return templates.getOrDefault(test.getUniqueId().toString(), List.of(test)).stream()
                .flatMap(each -> selected(each).stream())
                .toList();
    }

    private List<String> selected(TestDescriptor test) {
        String id = test.getUniqueId().toString();
        return !isNarrowed(test)
                ? List.of(id)
                : Stream.concat(byId(id), byIndex(test))
                        .distinct()
                        .collect(collectingAndThen(toList(), ids -> ids.isEmpty() ? List.of(id) : ids));
    }

    private static boolean isNarrowed(TestDescriptor test) {
        UniqueId nobodysId = UniqueId.forEngine("isolated-mounts");
        return test instanceof Filterable filterable
                && !filterable.getDynamicDescendantFilter().test(nobodysId, Integer.MAX_VALUE);
    }

    private Stream<String> byId(String id) {
        return request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(selector -> selector.getUniqueId().toString())
                .filter(selected -> UniqueIds.isBelow(selected, id));
    }

    private Stream<String> byIndex(TestDescriptor test) {
        return request.getSelectorsByType(IterationSelector.class).stream()
                .filter(selector -> selects(selector.getParentSelector(), test.getSource()))
                .flatMap(selector -> selector.getIterationIndices().stream())
                .flatMap(index -> withNumber(test.getUniqueId(), "#" + (index + 1)))
                .map(UniqueId::toString);
    }

    private static Stream<UniqueId> withNumber(UniqueId test, String number) {
        String type = test.getLastSegment().getType();
        return type.equals("test-factory")
                ? Stream.of(
                        test.append("dynamic-test", number),
                        test.append("dynamic-container", number).append("dynamic-test", NONE))
                : Stream.of(test.append(type + "-invocation", number));
    }

    private static boolean selects(DiscoverySelector selector, Optional<TestSource> source) {
        return selector instanceof MethodSelector selected
                && source.orElse(null) instanceof MethodSource method
                && selected.getClassName().equals(method.getClassName())
                && selected.getJavaMethod().equals(method.getJavaMethod());
    }
}
