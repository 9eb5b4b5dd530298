package org.isolatedmounts.internal.discovery.event;

import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.event.ForkEvent.NodeDescription;
import org.junit.platform.engine.UniqueId;

/**
 * What stands before Jupiter's own part of a unique id: in a fork nothing, in a suite the suites around the engine.
 *
 * @param prefix ends with the separator of segments, or is empty
 */
public record EnginePrefix(String prefix) {

    public static EnginePrefix of(UniqueId engine) {
        return new EnginePrefix(engine.removeLastSegment() + "/");
    }

    public String inFork(String uniqueId) {
        return uniqueId.substring(prefix.length());
    }

    ForkEvent onHost(ForkEvent event) {
        if (prefix.isEmpty()) {
            return event;
        } else if (event instanceof ForkEvent.Started started) {
            return new ForkEvent.Started(prefix + started.uniqueId());
        } else if (event instanceof ForkEvent.Skipped skipped) {
            return new ForkEvent.Skipped(prefix + skipped.uniqueId(), skipped.reason());
        } else if (event instanceof ForkEvent.Finished finished) {
            return new ForkEvent.Finished(prefix + finished.uniqueId(), finished.outcome());
        } else if (event instanceof ForkEvent.Reached reached) {
            return new ForkEvent.Reached(prefix + reached.uniqueId());
        } else if (event instanceof ForkEvent.TestTimed timed) {
            return new ForkEvent.TestTimed(prefix + timed.uniqueId(), timed.nanos());
        } else if (event instanceof ForkEvent.EntryReported entry) {
            return new ForkEvent.EntryReported(prefix + entry.uniqueId(), entry.timestamp(), entry.keyValuePairs());
        } else if (event instanceof ForkEvent.FilePublished file) {
            return new ForkEvent.FilePublished(
                    prefix + file.uniqueId(), file.path(), file.directory(), file.mediaType());
        } else if (event instanceof ForkEvent.Examined examined && !examined.isAtEnd()) {
            return new ForkEvent.Examined(
                    prefix + examined.uniqueId(), examined.mountInfo(), examined.processStatus(), examined.mounts());
        } else if (event instanceof ForkEvent.DynamicallyRegistered registered) {
            return new ForkEvent.DynamicallyRegistered(onHost(registered.node()));
        }
        return event;
    }

    private NodeDescription onHost(NodeDescription node) {
        return new NodeDescription(
                prefix + node.uniqueId(),
                prefix + node.parentId(),
                node.displayName(),
                node.legacyReportingName(),
                node.type(),
                node.source());
    }
}
