package org.isolatedmounts.internal.plan;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The encodings of the host's standard streams: a test that asks {@code System.out} for its own, to write bytes to it, must
 * be told that of the stream to which they go. Before JDK 18 a stream cannot be asked.
 *
 * <p>The parameters are never set by a user.
 */
public final class StreamCharsets {

    private static final String OUT_PARAMETER = "isolatedmounts.internal.stdout";
    private static final String ERR_PARAMETER = "isolatedmounts.internal.stderr";

    private StreamCharsets() {}

    public static Map<String, String> parameters(PrintStream out, PrintStream err) {
        Map<String, String> parameters = new HashMap<>();
        charset(out).ifPresent(charset -> parameters.put(OUT_PARAMETER, charset.name()));
        charset(err).ifPresent(charset -> parameters.put(ERR_PARAMETER, charset.name()));
        return parameters;
    }

    public static Charset out(Map<String, String> parameters) {
        return charset(parameters, OUT_PARAMETER);
    }

    public static Charset err(Map<String, String> parameters) {
        return charset(parameters, ERR_PARAMETER);
    }

    private static Charset charset(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
    }

    private static Optional<Charset> charset(PrintStream stream) {
        try {
            return Optional.of((Charset) PrintStream.class.getMethod("charset").invoke(stream));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
