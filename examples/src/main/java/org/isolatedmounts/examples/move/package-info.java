/** Moving a file into place, from one mount to another. */
package org.isolatedmounts.examples.move;
