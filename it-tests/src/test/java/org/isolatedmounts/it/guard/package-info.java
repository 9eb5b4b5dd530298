/** Where isolated tests cannot be replaced by forked ones, they fail; they never run un-isolated. */
package org.isolatedmounts.it.guard;
