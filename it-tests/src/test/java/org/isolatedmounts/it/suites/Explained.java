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
        return difference.aspect().what().equals(what)
                && difference.aspect().test().matches(tests)
                && same(difference.plain()).equals(same(difference.isolated()));
    }

    private String same(String text) {
        return text.replaceAll(differing, "");
    }
}
