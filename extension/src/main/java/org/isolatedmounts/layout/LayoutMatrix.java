package org.isolatedmounts.layout;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In place of {@code @Test}: runs the test once in each of several layouts, which differ in what a directory is like. Each
 * invocation is named after its layout, and has a JVM and mounts of its own as {@link IsolatedMounts @IsolatedMounts} says.
 *
 * <pre>{@code
 * @LayoutMatrix(at = "/data")
 * void savesTheWholeFileOrNothing(StandardLayout layout) {
 *     Path file = Path.of("/data/file");
 *     try {
 *         Files.write(file, new byte[10_000]); // fails in FULL and ALMOST_FULL, and leaves half a file
 *     } catch (IOException e) {
 *         assertFalse(Files.exists(file), "half a file is left: " + layout);
 *     }
 * }
 * }</pre>
 *
 * <p>A parameter of type {@link StandardLayout} tells which layout it is, one of type {@link Layout} all mounts that the test has.
 * The directory is empty at first: what the class or an outer one mounts at the same place is replaced. Other mounts of the test
 * stay, in the directory too. A method has one matrix, no other {@code @Test} or template, and does not share its fork with others
 * ({@link ForkMode#PER_CLASS}).
 *
 * <p>Layouts of your own come from providers, which learn by {@link LayoutContext#findAnnotation} what {@link #at} is. Their
 * invocations are named after the classes of the providers. They have no {@link StandardLayout}: a method with such a parameter fails
 * in them, as JUnit finds nothing for it.
 *
 * <pre>{@code
 * @LayoutMatrix(at = "/data", sources = TinyInodes.class)
 * void savesTheWholeFileOrNothing(Layout layout) {
 *     assertFalse(layout.mounts().isEmpty());
 * }
 *
 * static class TinyInodes implements LayoutProvider {
 *     @Override
 *     public Layout layout(LayoutContext context) {
 *         String at = context.findAnnotation(LayoutMatrix.class).orElseThrow().at();
 *         return Layout.host().with(MountSpec.tmpfs(at).inodes(2));
 *     }
 * }
 * }</pre>
 *
 * @see <a href="https://docs.junit.org/5.14.0/user-guide/#writing-tests-test-templates">test templates</a>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@IsolatedMounts
@TestTemplate
@ExtendWith({LayoutMatrixInvocations.class, LayoutParameter.class})
public @interface LayoutMatrix {

    /**
     * The directory that differs, as {@link TmpfsMount#at()}.
     *
     * @return the mount point
     */
    String at();

    /**
     * The standard layouts, in the order in which they are run.
     *
     * @return by default all
     */
    StandardLayout[] value() default {
        StandardLayout.WRITABLE,
        StandardLayout.READ_ONLY,
        StandardLayout.FULL,
        StandardLayout.ALMOST_FULL,
        StandardLayout.NO_INODES,
        StandardLayout.NO_EXEC
    };

    /**
     * Layouts of your own, which are run after the standard ones; with {@code value = {}} no others are.
     *
     * @return the providers, by default none
     */
    Class<? extends LayoutProvider>[] sources() default {};
}
