/**
 * Runs JUnit Jupiter tests in a forked JVM inside a private Linux mount namespace.
 *
 * <p>What a test declares: {@link org.isolatedmounts.IsolatedMounts}, {@link org.isolatedmounts.TmpfsMount},
 * {@link org.isolatedmounts.BindMount}, {@link org.isolatedmounts.OverlayMount} and others; layouts from code: {@code org.isolatedmounts.layout}. Everything below {@code org.isolatedmounts.internal} is no API.
 */
@NullMarked
package org.isolatedmounts;

import org.jspecify.annotations.NullMarked;
