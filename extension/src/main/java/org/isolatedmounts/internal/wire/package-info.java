/**
 * How values are written to the pipes between the three processes: length-prefixed frames, and their content, which follows
 * from the components of records.
 *
 * <p>Nothing that is read is trusted. Calls nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.internal.wire;

import org.jspecify.annotations.NullMarked;
