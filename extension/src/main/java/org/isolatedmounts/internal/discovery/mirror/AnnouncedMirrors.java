package org.isolatedmounts.internal.discovery.mirror;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.junit.platform.engine.TestDescriptor;

/** What is known of a fork and has not begun yet: the tests of a class that shares one, or of a class template. */
final class AnnouncedMirrors {

    private static final int MOST_NAMES = 20;

    private final Map<String, DynamicMirror> byId = new LinkedHashMap<>();

    void add(DynamicMirror mirror) {
        byId.put(mirror.id(), mirror);
    }

    Optional<MirrorNode> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The child of a node that begins with an event, or is skipped with it; no longer among the announced. */
    Optional<DynamicMirror> begunBy(ForkEvent event, MirrorNode node) {
        Optional<DynamicMirror> begun = subject(event)
                .map(byId::get)
                .filter(mirror -> mirror.getParent().filter(node::equals).isPresent());
        begun.ifPresent(mirror -> byId.remove(mirror.id()));
        return begun;
    }

    /** The death of the fork, with what it did not come to: nobody else tells of that. */
    ForkFailedException addTo(ForkFailedException death) {
        Set<TestDescriptor> parents = byId.values().stream()
                .flatMap(mirror -> mirror.getParent().stream())
                .collect(Collectors.toSet());
        List<String> notRun = byId.values().stream()
                .filter(mirror -> !parents.contains(mirror))
                .map(AnnouncedMirrors::name)
                .toList();
        int more = notRun.size() - MOST_NAMES;
        return notRun.isEmpty()
                ? death
                : new ForkFailedException(death.getMessage() + "\nNot run: "
                        + notRun.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                        + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String name(TestDescriptor mirror) {
        String name = mirror.getDisplayName();
        return mirror.getParent()
                .filter(DynamicMirror.class::isInstance)
                .map(parent -> name(parent) + " > " + name)
                .orElse(name);
    }

    private static Optional<String> subject(ForkEvent event) {
        if (event instanceof ForkEvent.Started started) {
            return Optional.of(started.uniqueId());
        }
        return event instanceof ForkEvent.Skipped skipped ? Optional.of(skipped.uniqueId()) : Optional.empty();
    }
}
