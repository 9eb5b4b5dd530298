package org.isolatedmounts.internal.discovery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;

/** What is known of a fork and has not begun yet: the tests of a class that shares one, or of a class template. */
final class AnnouncedMirrors {

    private final Map<String, DynamicMirror> byId = new HashMap<>();

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

    private static Optional<String> subject(ForkEvent event) {
        if (event instanceof ForkEvent.Started started) {
            return Optional.of(started.uniqueId());
        }
        return event instanceof ForkEvent.Skipped skipped ? Optional.of(skipped.uniqueId()) : Optional.empty();
    }
}
