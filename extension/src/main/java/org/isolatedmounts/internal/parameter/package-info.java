/** The configuration parameters, each in one place: name, default, and the rule for its value. */
@NullMarked
package org.isolatedmounts.internal.parameter;

import org.jspecify.annotations.NullMarked;
