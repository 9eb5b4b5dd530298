package org.isolatedmounts.it.suites;

/**
 * Differences that isolation explains.
 *
 * @param tests a pattern of unique ids
 * @param what what is told of them
 * @param differing a pattern of what differs: what is told without that is the same
 */
record Explained(String tests, String what, String differing, String why) {

    boolean explains(Difference difference) {
        return isAbout(difference.aspect()) && same(difference.plain()).equals(same(difference.isolated()));
    }

    boolean isAbout(Observations.Aspect aspect) {
        return aspect.what().equals(what) && aspect.test().matches(tests);
    }

    private String same(String text) {
        return text.replaceAll(differing, "");
    }
}
