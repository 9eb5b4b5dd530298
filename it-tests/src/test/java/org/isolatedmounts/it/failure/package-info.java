/**
 * What the failure of an isolated test tells of its mounts.
 *
 * <p>The fixtures fail inside their forks; the tests look at what arrives on the host.
 */
package org.isolatedmounts.it.failure;
