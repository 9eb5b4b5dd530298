package org.isolatedmounts.layout;

/**
 * Makes the layout of tests in code; {@link LayoutSource @LayoutSource} names it. Needs a constructor without parameters.
 *
 * <p>A provider runs in a forked JVM of its own, in a mount namespace without any layout, before the tests of the annotated
 * class or method have theirs; never in the JVM that runs the build. What it leaves in the file systems of the host stays. It
 * runs once for each place where its annotation stands, and all tests there have the same answer. If it throws, they fail; if it
 * throws an {@code org.opentest4j.TestAbortedException}, as JUnit's {@code Assumptions} do, they are aborted. It may take as long as
 * {@code isolatedmounts.timeout} says; JUnit's {@code @Timeout} does not hold for it. Its layout may take 16 MiB, texts of files
 * included.
 */
@FunctionalInterface
public interface LayoutProvider {

    /**
     * Makes a layout.
     *
     * @param context what is around the annotation
     * @return the layout, checked as one of annotations is
     * @throws Exception with which the tests fail
     */
    Layout layout(LayoutContext context) throws Exception;
}
