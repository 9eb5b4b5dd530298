/**
 * JSON, as scripts and pages read it.
 *
 * <p>Called by {@code internal.doctor} and {@code internal.report}. Calls nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.internal.json;

import org.jspecify.annotations.NullMarked;
