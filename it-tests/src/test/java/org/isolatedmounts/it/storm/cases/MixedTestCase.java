package org.isolatedmounts.it.storm.cases;

import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Some of its methods are isolated, each in a fork of its own. */
class MixedTestCase extends ScriptedMethods {

    @Override
    @Test
    @IsolatedMounts
    void first(Part part) {
        super.first(part);
    }

    @Override
    @RepeatedTest(3)
    @IsolatedMounts
    void repeated(Part part) {
        super.repeated(part);
    }

    @Override
    @TestFactory
    @IsolatedMounts
    Stream<DynamicNode> streamed(Part part) {
        return super.streamed(part);
    }
}
