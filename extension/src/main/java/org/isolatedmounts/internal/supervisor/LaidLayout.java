package org.isolatedmounts.internal.supervisor;

/**
 * A layout that is laid.
 *
 * @param namespace the mount namespace, as namespaces(7) writes it: {@code mnt:[4026531841]}
 * @param mountInfo the text of its mountinfo file, as the fork sees it
 */
record LaidLayout(String namespace, String mountInfo) {}
