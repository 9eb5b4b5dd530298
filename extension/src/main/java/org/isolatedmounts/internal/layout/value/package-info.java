/**
 * The values of attributes: the syntax and the rules of each, and the error of breaking one.
 *
 * <p>{@code layout.kind} and {@code layout.check} call it.
 */
@NullMarked
package org.isolatedmounts.internal.layout.value;

import org.jspecify.annotations.NullMarked;
