/** Who stops tests from outside: interrupts, cancellation, signals; and what their standard streams are connected to. */
package org.isolatedmounts.it.control;
