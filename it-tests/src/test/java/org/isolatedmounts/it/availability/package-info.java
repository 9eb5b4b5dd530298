/** Machines that deny what a test needs, made of namespaces and environment variables around a host JVM. */
package org.isolatedmounts.it.availability;
