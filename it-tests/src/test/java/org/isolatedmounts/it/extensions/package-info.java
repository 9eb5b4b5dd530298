/** Extensions that others wrote: they run in forks only, and do there what they do elsewhere. */
package org.isolatedmounts.it.extensions;
