/**
 * The kinds of mounts: how each annotation is read.
 *
 * <p>{@code internal.layout} calls it. A new kind begins here.
 */
@NullMarked
package org.isolatedmounts.internal.layout.kind;

import org.jspecify.annotations.NullMarked;
