package org.isolatedmounts.internal.discovery;

import java.io.PrintStream;
import org.isolatedmounts.internal.event.ForkEvent;

/** Writes what a fork printed to this JVM's own streams, where Surefire and others expect the output of a test. */
final class HostOutput {

    private HostOutput() {}

    static void write(ForkEvent.Output output) {
        PrintStream stream = output.stream() == ForkEvent.Stream.OUT ? System.out : System.err;
        stream.write(output.bytes(), 0, output.bytes().length);
        stream.flush();
    }
}
