/** Which tests share a fork, and which are isolated without an annotation. */
package org.isolatedmounts.it.modes;
