/**
 * One fork as the host sees it: its events on their way to the test thread, its permit, its deadline, its end.
 *
 * <p>Nothing here waits for the supervisor. Calls {@code internal.event}, and {@code internal.doctor} to explain a failure.
 */
@NullMarked
package org.isolatedmounts.internal.launch.session;

import org.jspecify.annotations.NullMarked;
