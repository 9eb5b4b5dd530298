package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A line at the end of what a terminal shows, rewritten in place.
 *
 * <p>The cursor is left at its start: what others print, who do not know of it, is written over it and not behind it.
 */
public final class ProgressLine {

    private static final String ERASE = "\r\033[K";

    private final OutputStream terminal;
    private String shown = "";
    private boolean isMidLine;

    public ProgressLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Shows a text in place of the one before, unless that would be in the middle of a line that others print. */
    public void draw(String text) {
        if (!isMidLine && !text.equals(shown)) {
            write(ERASE + text + "\r");
            shown = text;
        }
    }

    public void erase() {
        if (!shown.isEmpty()) {
            write(ERASE);
            shown = "";
        }
    }

    /** Something else was printed, after this line was erased. */
    public void printed(boolean isLineEnded) {
        isMidLine = !isLineEnded;
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(US_ASCII));
            terminal.flush();
        } catch (IOException e) {
            // a terminal that is gone: nobody misses the line
        }
    }
}
