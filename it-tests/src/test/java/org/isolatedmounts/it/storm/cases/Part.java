package org.isolatedmounts.it.storm.cases;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** What a method of a test has to play. */
record Part(String id, Runnable action) {

    private static final int DEPTH = 3;

    void play() {
        action.run();
    }

    /** A random tree of dynamic tests, which play parts of their own. */
    Stream<DynamicNode> tree() {
        return children(id, Script.random(id + "#tree").split(), DEPTH);
    }

    private static Stream<DynamicNode> children(String parent, SplittableRandom random, int depth) {
        return IntStream.rangeClosed(1, random.nextInt(1, 4)).mapToObj(number -> node(parent, number, random, depth));
    }

    private static DynamicNode node(String parent, int number, SplittableRandom random, int depth) {
        if (depth > 1 && random.nextInt(3) == 0) {
            String id = parent + "/[dynamic-container:#" + number + "]";
            Stream<DynamicNode> children = children(id, Script.random(id).split(), depth - 1);
            return random.nextBoolean()
                    ? dynamicContainer("container " + number, children)
                    : dynamicContainer("container " + number, List.copyOf(children.toList()));
        }
        String id = parent + "/[dynamic-test:#" + number + "]";
        return dynamicTest("test " + number, () -> Script.play(id));
    }
}
