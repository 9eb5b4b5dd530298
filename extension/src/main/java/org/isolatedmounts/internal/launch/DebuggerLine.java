package org.isolatedmounts.internal.launch;

import java.util.function.Predicate;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Prints at once what a fork says before its layout is laid: the line with the port at which it waits for a debugger. An
 * IDE makes a link of it; replayed with the output of the test it would come too late.
 */
final class DebuggerLine implements Predicate<ForkEvent> {

    private boolean laid;

    /** Whether there is nothing left to do about an event. */
    @Override
    public boolean test(ForkEvent event) {
        laid |= event instanceof ForkEvent.Laid;
        if (laid || !(event instanceof ForkEvent.Output output)) {
            return false;
        }
        System.out.write(output.bytes(), 0, output.bytes().length);
        System.out.flush();
        return true;
    }
}
