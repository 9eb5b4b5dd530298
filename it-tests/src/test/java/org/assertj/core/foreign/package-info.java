/** A package of a test that looks like one of a library. */
package org.assertj.core.foreign;
