/** The {@code doctor} command of the jar, as a process of its own, on machines that deny something. */
package org.isolatedmounts.it.doctor;
