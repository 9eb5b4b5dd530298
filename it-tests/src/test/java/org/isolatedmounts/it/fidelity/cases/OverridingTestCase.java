package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class OverridingTestCase extends org.isolatedmounts.it.fidelity.cases.base.BaseOfAnotherPackage
        implements WithDefaultTest {

    /** Overrides nothing: the one in the other package is not visible here. */
    @Test
    void packagePrivate() {
        System.out.println("of the subclass");
    }

    @Test
    @Override
    protected void overridden() {
        System.out.println("overridden");
    }

    /** No test any more. */
    @Override
    protected void overriddenWithoutAnnotation() {
        throw new AssertionError("no test");
    }

    @Test
    @Disabled("here only")
    @Override
    protected void disabledHere() {}
}
