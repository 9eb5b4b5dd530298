package org.isolatedmounts.internal.doctor;

/** A column of the table. */
enum User {
    ROOT("root", "root"),
    ORDINARY_USER("ordinary user", "an ordinary user");

    private final String title;
    private final String someone;

    User(String title, String someone) {
        this.title = title;
        this.someone = someone;
    }

    String title() {
        return title;
    }

    /** As in "tests run as". */
    String someone() {
        return someone;
    }
}
