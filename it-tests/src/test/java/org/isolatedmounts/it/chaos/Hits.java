package org.isolatedmounts.it.chaos;

import java.util.EnumMap;
import java.util.Map;

/** How many signals are still to be sent, and who got those that were; shared by runs at the same time. */
final class Hits {

    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private final Map<Victim, Integer> stopped = new EnumMap<>(Victim.class);
    private int killsLeft;
    private int stopsLeft;

    Hits(int kills, int stops) {
        killsLeft = kills;
        stopsLeft = stops;
    }

    synchronized boolean isDone() {
        return killsLeft <= 0 && stopsLeft <= 0;
    }

    /** Whether the next signal is to be a stop: these are spread among the kills. */
    synchronized boolean isStopNext() {
        return stopsLeft > 0 && (long) stopsLeft * total(killed) >= (long) killsLeft * total(stopped);
    }

    synchronized void killed(Victim victim) {
        killsLeft--;
        killed.merge(victim, 1, Integer::sum);
    }

    synchronized void stopped(Victim victim) {
        stopsLeft--;
        stopped.merge(victim, 1, Integer::sum);
    }

    private static int total(Map<Victim, Integer> hits) {
        return hits.values().stream().mapToInt(count -> count).sum();
    }

    @Override
    public synchronized String toString() {
        return "SIGKILL " + killed + ", SIGSTOP " + stopped;
    }
}
