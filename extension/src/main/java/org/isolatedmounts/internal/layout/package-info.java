/** Stub. */
@NullMarked
package org.isolatedmounts.internal.layout;

import org.jspecify.annotations.NullMarked;
