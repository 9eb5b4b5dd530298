/** A child process that mounts something, and a parent that should not see it. */
package org.isolatedmounts.examples.propagation;
