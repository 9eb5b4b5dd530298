package org.isolatedmounts.it.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.isolatedmounts.TmpfsMount;

/** What {@link InheritanceTestCase} inherits; the mounts alone isolate its tests. */
final class InheritedMounts {

    private InheritedMounts() {}

    @Retention(RetentionPolicy.RUNTIME)
    @TmpfsMount(at = "/isolated-mounts-it/composed", size = "4k")
    @interface Composed {}

    @Composed
    @TmpfsMount(at = "/isolated-mounts-it/base", size = "4k")
    abstract static class Base {}

    @TmpfsMount(at = "/isolated-mounts-it/interface", size = "4k")
    interface Contract {}
}
