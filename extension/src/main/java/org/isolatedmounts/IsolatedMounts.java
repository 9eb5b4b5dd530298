package org.isolatedmounts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the annotated test, or every test of the annotated class, in a forked JVM inside a fresh private mount namespace
 * (see mount_namespaces(7)) that holds what the host has mounted and, on top of it, the mounts that the test declares,
 * such as {@link TmpfsMount @TmpfsMount}, {@link BindMount @BindMount} and {@link OverlayMount @OverlayMount}. Those carry this
 * annotation: a test that declares a mount is isolated without it.
 *
 * <pre>{@code
 * @IsolatedMounts(fork = ForkMode.PER_CLASS)
 * @TmpfsMount(at = "/var/lib/app", size = "16m")
 * class StoreTest {
 *
 *     @Test
 *     void beginsEmpty() {
 *         assertEquals(0, Path.of("/var/lib/app").toFile().list().length);
 *     }
 * }
 * }</pre>
 *
 * <p>The annotation is inherited by subclasses, reaches {@code @Nested} classes, and may be used as a meta-annotation, on an annotation type with
 * {@code @Retention(RetentionPolicy.RUNTIME)}.
 * The mounts of a method add to those of its class, those of a class to those of its superclass and of its enclosing
 * class; a mount at the same mount point replaces the outer one. Two mounts at one mount point on the same class or
 * method are an error, but for one that stands there itself and one of a composed annotation, which it replaces. A method that
 * overrides another one has none of its annotations, as anywhere in Java: repeat them, or the test runs un-isolated.
 *
 * <p>On an abstract class or an interface it holds for the classes that extend or implement it. On what Jupiter never
 * runs, a private method or a lifecycle method for instance, on a suite and on a test of another engine it is an error.
 *
 * <p>No code of the test runs in the JVM that discovered it: constructors, static initialisers, lifecycle methods and
 * the callbacks of other extensions run once, in the fork. The results appear in the launcher's tree under the usual
 * unique ids. A class that mixes annotated methods with plain ones runs its {@code @BeforeAll} methods and extensions
 * twice: in the host JVM for the plain methods, in the forks for the annotated ones.
 *
 * <p>When the forked JVM ends, the kernel kills every process that the test left behind and removes the mounts.
 *
 * <p>Works for root and for an ordinary user; an ordinary user's fork lives in a user namespace (user_namespaces(7)) in
 * which it keeps its own user and group id. The fork holds no capability with which it could take its mounts off again.
 * If the machine does not allow mount namespaces, the test fails with an error that names the reason, or, with the
 * configuration parameter {@code isolatedmounts.unavailable=skip}, is aborted. It never runs un-isolated.
 *
 * <p>The configuration parameters of JUnit whose names begin with {@code isolatedmounts.} say how many forks run at once,
 * how long a test may take and more; the README lists them.
 *
 * @see NotIsolated
 * @see <a href="https://man7.org/linux/man-pages/man7/mount_namespaces.7.html">mount_namespaces(7)</a>
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith({IsolatedMountsGuard.class, FailureMoment.class})
public @interface IsolatedMounts {

    /**
     * Which tests share a forked JVM and its mounts.
     *
     * @return by default what an outer annotation or the configuration parameter {@code isolatedmounts.fork} says, and
     *     without these {@link ForkMode#PER_TEST}
     */
    ForkMode fork() default ForkMode.DEFAULT;
}
