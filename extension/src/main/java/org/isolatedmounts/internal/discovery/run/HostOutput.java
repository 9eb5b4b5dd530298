package org.isolatedmounts.internal.discovery.run;

import java.io.PrintStream;
import java.util.Map;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.StreamCharsets;

/**
 * Writes what a fork printed to this JVM's own streams, where Surefire and others expect the output of a test: characters
 * as characters, in whatever encoding these streams have, and bytes as bytes.
 */
public final class HostOutput {

    private HostOutput() {}

    /** Parameters for a fork. */
    public static Map<String, String> charsets() {
        return StreamCharsets.parameters(System.out, System.err);
    }

    public static void print(ForkEvent.Text text) {
        print(text.stream(), text.text());
    }

    public static void write(ForkEvent.Output output) {
        PrintStream stream = stream(output.stream());
        byte[] bytes = output.bytes();
        HostProgress.instance().giveWay(bytes.length > 0 && bytes[bytes.length - 1] == '\n', () -> {
            stream.write(bytes, 0, bytes.length);
            stream.flush();
        });
    }

    /** What is told of a fork, and not by it. */
    public static void tell(String text) {
        print(ForkEvent.Stream.OUT, text);
    }

    public static void warn(String message) {
        print(ForkEvent.Stream.ERR, "isolated-mounts: warning: " + message + System.lineSeparator());
    }

    private static void print(ForkEvent.Stream name, String text) {
        PrintStream stream = stream(name);
        HostProgress.instance().giveWay(text.endsWith("\n"), () -> {
            stream.print(text);
            stream.flush();
        });
    }

    private static PrintStream stream(ForkEvent.Stream stream) {
        return stream == ForkEvent.Stream.OUT ? System.out : System.err;
    }
}
