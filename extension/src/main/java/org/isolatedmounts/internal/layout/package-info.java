/**
 * What a test's annotations declare, merged and checked: a {@code Layout}, or an error that a user understands.
 *
 * <p>{@code internal.discovery} calls it in the host JVM, before anything is forked. Calls the public annotations,
 * {@code layout.kind} and {@code layout.check}; looks at the host's files and changes nothing.
 */
@NullMarked
package org.isolatedmounts.internal.layout;

import org.jspecify.annotations.NullMarked;
