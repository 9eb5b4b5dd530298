/**
 * The kinds of mounts: how each annotation is read, and the syntax of its attributes.
 *
 * <p>{@code internal.layout} calls it. A new kind begins here.
 */
@NullMarked
package org.isolatedmounts.internal.layout.kind;

import org.jspecify.annotations.NullMarked;
