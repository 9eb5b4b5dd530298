/** Stub. */
@NullMarked
package org.isolatedmounts.internal.linux;

import org.jspecify.annotations.NullMarked;
