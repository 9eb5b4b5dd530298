package org.isolatedmounts.internal.plan;

/** The per-mount-point flags of mount(2) that a test may choose. */
public record MountFlags(boolean readOnly, boolean exec, boolean suid, boolean dev) {}
