/**
 * What a test sees in its fork, and the host does not: mounts, attributes, names, privileges, errors.
 *
 * <p>The fixtures assert inside the fork; the tests run them and look at the host.
 */
package org.isolatedmounts.it.layout;
