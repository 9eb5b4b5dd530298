/** A log whose directory is mounted read-only, which stops root too. */
package org.isolatedmounts.examples.log;
