/** A service that reads a file below {@code /etc} which the developer's machine does not have. */
package org.isolatedmounts.examples.config;
