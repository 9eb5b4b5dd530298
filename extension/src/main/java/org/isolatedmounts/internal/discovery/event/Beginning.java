package org.isolatedmounts.internal.discovery.event;

import org.isolatedmounts.internal.event.ForkEvent;

/** What a fork's events say about how a test or container begins; {@code position} is the position of the event that says so. */
public sealed interface Beginning {

    int position();

    record Begins(int position) implements Beginning {}

    record Skips(int position, String reason) implements Beginning {}

    /** A container around it, or the container itself, ended before it could begin. */
    record Ends(int position, String uniqueId, ForkEvent.Outcome outcome) implements Beginning {}

    /** The fork has nothing more to tell. */
    record Never(int position) implements Beginning {}
}
