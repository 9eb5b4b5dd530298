/**
 * The system calls by which {@code org.isolatedmounts.mountinfo} reads and watches mount tables.
 *
 * <p>It finds them through ServiceLoader.
 */
@NullMarked
package org.isolatedmounts.internal.linux.mountinfo;

import org.jspecify.annotations.NullMarked;
