package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exempts a test class, and the {@code @Nested} classes in it, from the configuration parameter
 * {@code isolatedmounts.everywhere}: its tests run in the JVM that discovered them, with the mounts of the host.
 *
 * <pre>{@code
 * @NotIsolated
 * class ClockTest {
 *
 *     @Test
 *     void ticks() {
 *         assertTrue(System.nanoTime() != 0);
 *     }
 * }
 * }</pre>
 *
 * <p>The annotation is inherited by subclasses and may be used as a meta-annotation. A class for which
 * {@link IsolatedMounts @IsolatedMounts} holds as well, or one that declares mounts, contradicts itself: its tests fail.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface NotIsolated {}
