/** The page of a run: when and where it is written, and what a browser makes of it. */
package org.isolatedmounts.it.report;
