package org.isolatedmounts.it.fidelity.cases.base;

import org.junit.jupiter.api.Test;

/** To be extended in another package. */
public abstract class BaseOfAnotherPackage {

    @Test
    void packagePrivate() {
        System.out.println("of the superclass");
    }

    @Test
    protected void overridden() {
        throw new AssertionError("overridden");
    }

    @Test
    protected void overriddenWithoutAnnotation() {}

    @Test
    protected void disabledHere() {
        throw new AssertionError("disabled");
    }
}
