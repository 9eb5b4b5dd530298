package org.isolatedmounts.internal.discovery;

/** Relations between unique ids in their textual form. */
final class UniqueIds {

    private UniqueIds() {}

    static boolean isBelow(String id, String ancestor) {
        return id.startsWith(ancestor + "/");
    }

    static boolean isAtOrBelow(String id, String ancestor) {
        return id.equals(ancestor) || isBelow(id, ancestor);
    }
}
