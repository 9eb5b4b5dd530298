/**
 * What this machine allows and what to change, for people and for scripts: the {@code doctor} command of our jar.
 *
 * <p>Called from the command line, and by {@code internal.launch} for the text of an error. Calls {@code
 * internal.availability}, {@code internal.json} and nothing else but the JDK: it must run from the plain jar.
 */
@NullMarked
package org.isolatedmounts.internal.doctor;

import org.jspecify.annotations.NullMarked;
