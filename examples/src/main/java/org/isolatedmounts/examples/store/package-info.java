/** A program that changes a directory of data in place. */
package org.isolatedmounts.examples.store;
