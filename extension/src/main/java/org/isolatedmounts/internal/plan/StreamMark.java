package org.isolatedmounts.internal.plan;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a fork writes to its standard output and error before each event, so that the supervisor knows between which events
 * something was written past {@code System.out} and {@code System.err}. Nobody else writes it: it is random.
 *
 * @param name belongs to one fork
 */
public record StreamMark(String name) {

    public static StreamMark random() {
        return new StreamMark(UUID.randomUUID().toString());
    }

    /** The first byte is unlike all that follow; few enough for a pipe to take them all or none, see pipe(7). */
    public byte[] bytes() {
        return ('\0' + name).getBytes(StandardCharsets.US_ASCII);
    }
}
