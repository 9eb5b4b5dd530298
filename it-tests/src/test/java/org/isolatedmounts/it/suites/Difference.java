package org.isolatedmounts.it.suites;

/** What is told of a test in two runs, where that is not the same; nothing told is the empty text. */
record Difference(Observations.Aspect aspect, String plain, String isolated) {

    @Override
    public String toString() {
        return aspect.what() + " of " + aspect.test() + "\n  plain:    " + plain.replace("\n", "\n            ")
                + "\n  isolated: " + isolated.replace("\n", "\n            ");
    }
}
