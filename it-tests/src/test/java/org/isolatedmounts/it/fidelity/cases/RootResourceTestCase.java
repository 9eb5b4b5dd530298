package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What fails after all classes is the engine. */
@IsolatedMounts
public class RootResourceTestCase {

    @RegisterExtension
    static final ThrowingExtension EXTENSION = new ThrowingExtension("root resource");

    @Test
    void first() {}

    @Test
    void second() {}
}
