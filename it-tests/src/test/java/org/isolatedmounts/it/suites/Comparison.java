package org.isolatedmounts.it.suites;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/**
 * How an isolated run differs from a plain one.
 *
 * @param random what two plain runs do not have in common, which no third is then compared in
 */
record Comparison(List<Difference> explained, List<Difference> unexplained, Set<Observations.Aspect> random) {

    static Comparison of(List<Explained> reasons, Observations plain, Observations again, Observations isolated) {
        Set<Observations.Aspect> random =
                plain.differencesOf(again).stream().map(Difference::aspect).collect(toSet());
        List<Difference> differences = plain.differencesOf(isolated).stream()
                .filter(difference -> !random.contains(difference.aspect()))
                .toList();
        return new Comparison(
                differences.stream()
                        .filter(difference -> isExplained(difference, reasons))
                        .toList(),
                differences.stream()
                        .filter(difference -> !isExplained(difference, reasons))
                        .toList(),
                random);
    }

    /** Whether a reason explains a difference, or would if plain runs were the same there. */
    boolean needs(Explained reason) {
        return explained.stream().anyMatch(reason::explains) || random.stream().anyMatch(reason::isAbout);
    }

    private static boolean isExplained(Difference difference, List<Explained> reasons) {
        return reasons.stream().anyMatch(reason -> reason.explains(difference));
    }
}
