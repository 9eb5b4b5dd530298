package org.isolatedmounts.internal.discovery;

import java.io.PrintStream;
import org.isolatedmounts.internal.event.ForkEvent;

/**
 * Writes what a fork printed to this JVM's own streams, where Surefire and others expect the output of a test: characters
 * as characters, in whatever encoding these streams have, and bytes as bytes.
 */
final class HostOutput {

    private HostOutput() {}

    static void print(ForkEvent.Text text) {
        PrintStream stream = stream(text.stream());
        stream.print(text.text());
        stream.flush();
    }

    static void write(ForkEvent.Output output) {
        PrintStream stream = stream(output.stream());
        stream.write(output.bytes(), 0, output.bytes().length);
        stream.flush();
    }

    static void warn(String message) {
        System.err.println("isolated-mounts: warning: " + message);
    }

    private static PrintStream stream(ForkEvent.Stream stream) {
        return stream == ForkEvent.Stream.OUT ? System.out : System.err;
    }
}
