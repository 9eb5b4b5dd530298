/** Nothing of a user's test runs in the host JVM, whatever it is that Jupiter would call there. */
package org.isolatedmounts.it.callbacks;
