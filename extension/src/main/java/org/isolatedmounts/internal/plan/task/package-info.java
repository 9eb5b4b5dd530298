/**
 * What a fork is to do, and the configuration parameters by which the host tells it more about that.
 *
 * <p>The host JVM writes it, a fork reads it; the supervisor only passes it on.
 */
@NullMarked
package org.isolatedmounts.internal.plan.task;

import org.jspecify.annotations.NullMarked;
