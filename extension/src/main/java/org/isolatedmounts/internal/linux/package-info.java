/**
 * System calls of Linux 5.12 and later, one method each, and their errors; with {@code linux.mountinfo} the only
 * packages that import jnr-ffi.
 *
 * <p>{@code internal.supervisor} and {@code org.isolatedmounts.namespace} call it.
 */
@NullMarked
package org.isolatedmounts.internal.linux;

import org.jspecify.annotations.NullMarked;
