/** One small project, run by whatever runs tests. */
package org.isolatedmounts.it.launchers;
