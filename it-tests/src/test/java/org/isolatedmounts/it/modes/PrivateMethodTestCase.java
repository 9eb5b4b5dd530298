package org.isolatedmounts.it.modes;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

public class PrivateMethodTestCase {

    @Test
    void seen() {}

    @Test
    @IsolatedMounts
    @SuppressWarnings("unused")
    private void unseen() {}
}
