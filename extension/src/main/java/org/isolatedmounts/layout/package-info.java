/**
 * Layouts as values: what annotations such as {@link org.isolatedmounts.TmpfsMount @TmpfsMount} declare, made by code.
 *
 * <p>{@link org.isolatedmounts.layout.LayoutSource @LayoutSource} lays them, and a matrix runs one test in several: {@link
 * org.isolatedmounts.layout.LayoutMatrix @LayoutMatrix}. A value is checked when it is laid, as annotations are.
 */
@NullMarked
package org.isolatedmounts.layout;

import org.jspecify.annotations.NullMarked;
