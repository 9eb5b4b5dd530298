/** Maven itself, on small projects that use isolated-mounts as anybody would. */
package org.isolatedmounts.it.maven;
