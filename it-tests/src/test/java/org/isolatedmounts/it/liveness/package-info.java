/** Every run ends, and no fork outlives its deadline, whatever threads there are to replay what forks tell. */
package org.isolatedmounts.it.liveness;
