package org.isolatedmounts.internal.launch.session;

import java.util.function.Predicate;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Prints at once what a fork says before its layout is laid: the line with the port at which it waits for a debugger. An
 * IDE makes a link of it; replayed with the output of the test it would come too late.
 */
public final class DebuggerLine implements Predicate<ForkEvent> {

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

    /** What to do about a fork that ended because of its debugger, by what its JVM said; empty if that was not the reason. */
    static String advice(String said) {
        // of the JVM's own library for debuggers, whatever the language of the rest
        return said.contains("transport error 202")
                ? " The port that `isolatedmounts.debug` names is in use, perhaps by the debugger of another JVM"
                        + " (-Dmaven.surefire.debug takes 5005): name another one, or 0 for any that is free."
                : "";
    }
}
