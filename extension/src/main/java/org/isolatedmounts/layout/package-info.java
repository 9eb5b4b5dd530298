/**
 * Layouts as values: what annotations such as {@link org.isolatedmounts.TmpfsMount @TmpfsMount} declare, made by code.
 *
 * <p>Nothing lays a layout from code yet: annotations are the only way. Nothing is checked here but that a value is there; whoever lays a layout checks it as he checks annotations. Calls
 * nothing but the JDK.
 */
@NullMarked
package org.isolatedmounts.layout;

import org.jspecify.annotations.NullMarked;
