/** What mount_namespaces(7) says, as tests; they need neither a fork nor root. */
package org.isolatedmounts.examples.namespaces;
