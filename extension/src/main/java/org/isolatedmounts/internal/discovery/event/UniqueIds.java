package org.isolatedmounts.internal.discovery.event;

/** Relations between unique ids in their textual form. */
public final class UniqueIds {

    private UniqueIds() {}

    public static boolean isBelow(String id, String ancestor) {
        return id.startsWith(ancestor + "/");
    }

    static boolean isAtOrBelow(String id, String ancestor) {
        return id.equals(ancestor) || isBelow(id, ancestor);
    }
}
