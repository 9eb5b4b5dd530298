/**
 * Assertions for AssertJ on mount tables, their entries and mount namespaces; see {@link
 * org.isolatedmounts.assertj.MountAssertions}.
 *
 * <p>Tests call it. Calls {@code mountinfo}, {@code namespace} and AssertJ, which nobody else in the extension needs.
 */
@NullMarked
package org.isolatedmounts.assertj;

import org.jspecify.annotations.NullMarked;
