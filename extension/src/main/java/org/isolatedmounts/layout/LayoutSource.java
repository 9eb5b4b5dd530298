package org.isolatedmounts.layout;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Has code make mounts of a test, or of every test of a class. It isolates the test as {@link IsolatedMounts @IsolatedMounts}
 * does.
 *
 * <pre>{@code
 * @LayoutSource(HomesTest.Homes.class)
 * class HomesTest {
 *     static class Homes implements LayoutProvider {
 *         @Override
 *         public Layout layout(LayoutContext context) {
 *             Layout layout = Layout.host();
 *             for (String name : List.of("ann", "bob")) {
 *                 layout = layout.with(MountSpec.tmpfs("/home/" + name).size("1m").mode("0700"));
 *             }
 *             return layout;
 *         }
 *     }
 *
 *     @Test
 *     void everybodyHasAHome() {
 *         assertTrue(Files.isDirectory(Path.of("/home/bob")));
 *     }
 * }
 * }</pre>
 *
 * <p>The mounts count as if they were declared here by annotations: they add to those of superclasses, interfaces and
 * enclosing classes, and replace them at the same mount points. The provider takes a JVM of its own once; see {@link LayoutProvider}. A parameter of type {@link Layout}
 * tells a test all mounts that it has.
 *
 * <p>On an annotation of yours it makes that one an annotation for mounts, whose attributes the provider reads by
 * {@link LayoutContext#findAnnotation}:
 *
 * <pre>{@code
 * @Retention(RetentionPolicy.RUNTIME)
 * @LayoutSource(SmallDirectories.Provider.class)
 * @interface SmallDirectories {
 *     String[] value();
 *
 *     class Provider implements LayoutProvider {
 *         @Override
 *         public Layout layout(LayoutContext context) {
 *             Layout layout = Layout.host();
 *             for (String path : context.findAnnotation(SmallDirectories.class).orElseThrow().value()) {
 *                 layout = layout.with(MountSpec.tmpfs(path).size("64k"));
 *             }
 *             return layout;
 *         }
 *     }
 * }
 * }</pre>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@IsolatedMounts
@ExtendWith(LayoutParameter.class)
public @interface LayoutSource {

    /**
     * The providers that make the mounts. If there are several, no two of them may have a mount at the same mount point.
     *
     * @return the providers, at least one
     */
    Class<? extends LayoutProvider>[] value();
}
