package org.isolatedmounts.internal.layout;

import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.layout.MountSpec;

/**
 * A mount as it was declared, and what that means.
 *
 * @param depth how many composed annotations lead to its declaration
 */
record DeclaredMount(MountSpec<?> spec, MountPlan plan, int depth) {}
