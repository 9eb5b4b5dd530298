package org.isolatedmounts.it.launchers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it")
class SmallRuntimeTestCase {

    @Test
    void hasTheMountsAndTheOptionsOfTheHost() throws Exception {
        assertTrue(ModuleLayer.boot().findModule("java.management").isEmpty());
        assertTrue(MountTable.ofSelf().at("/isolated-mounts-it").isPresent());
        assertEquals("runtime", System.getProperty("it.small.runtime"));
        // the heap is an option, not a property
        assertTrue(Runtime.getRuntime().maxMemory() < 200 << 20);
    }
}
