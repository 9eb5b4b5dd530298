/**
 * What is mounted where: the kernel's table of mounts, as proc_pid_mountinfo(5) describes it, read and queried.
 *
 * <p>Tests and {@code internal.supervisor} ask it. Calls nothing but the JDK; needs no privilege and changes nothing.
 */
@NullMarked
package org.isolatedmounts.mountinfo;

import org.jspecify.annotations.NullMarked;
