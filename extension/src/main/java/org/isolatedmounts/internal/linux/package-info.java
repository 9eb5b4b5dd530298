/**
 * System calls of Linux 5.12 and later, one method each, and their errors; the only package that imports jnr-ffi.
 *
 * <p>{@code internal.supervisor} calls it. Calls nothing but jnr-ffi.
 */
@NullMarked
package org.isolatedmounts.internal.linux;

import org.jspecify.annotations.NullMarked;
