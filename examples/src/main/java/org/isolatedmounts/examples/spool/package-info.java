/** A spool directory on a disk that runs out of space or of inodes. */
package org.isolatedmounts.examples.spool;
