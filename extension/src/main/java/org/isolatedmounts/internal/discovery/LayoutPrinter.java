package org.isolatedmounts.internal.discovery;

import org.isolatedmounts.internal.event.ForkEvent;

/** Shows the layout of a fork on the console, for who asked for it. */
interface LayoutPrinter {

    void print(ForkEvent.Laid laid);
}
