package org.isolatedmounts.internal.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.isolatedmounts.internal.event.ForkEvent;

/** Writes what a fork printed to this JVM's own streams, where Surefire and others expect the output of a test. */
final class HostOutput {

    private HostOutput() {}

    static void write(ForkEvent.Output output) {
        PrintStream stream = output.stream() == ForkEvent.Stream.OUT ? System.out : System.err;
        text(output.bytes())
                .ifPresentOrElse(stream::print, () -> stream.write(output.bytes(), 0, output.bytes().length));
        stream.flush();
    }

    static void warn(String message) {
        System.err.println("isolated-mounts: warning: " + message);
    }

    /** What was printed as text; Surefire's streams take text of any characters, but bytes only in the locale's. */
    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
