/**
 * Makes mounts that are attached nowhere yet, and attaches them.
 *
 * <p>{@code supervisor.laying} calls it. Calls {@code internal.linux}, and {@code supervisor.command} to note what it does.
 */
@NullMarked
package org.isolatedmounts.internal.supervisor.laying.mount;

import org.jspecify.annotations.NullMarked;
