package org.isolatedmounts.internal.fork.output;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart what is printed as characters and what is written as bytes. Characters must reach the host JVM as such: its
 * own streams know which encoding is wanted, and may have more of them than the locale of a fork.
 *
 * <p>{@code append}, {@code format} and {@code printf} go through {@code print}.
 */
final class ForkPrintStream extends PrintStream {

    private final ForkOutput output;
    private boolean closed;

    /**
     * Makes one that encodes nothing.
     *
     * @param charset what it says of itself
     */
    ForkPrintStream(ForkOutput output, Charset charset) {
        super(output, true, charset);
        this.output = output;
    }

    /** Locked as {@code format} is, which prints piece by piece. */
    private synchronized void text(String text) {
        if (!closed) {
            output.print(text);
        }
    }

    private void line(String text) {
        text(text + System.lineSeparator());
    }

    @Override
    public synchronized void close() {
        closed = true;
        super.close();
    }

    @Override
    public void print(boolean value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        text(String.valueOf(value));
    }

    @Override
    public void println() {
        line("");
    }

    @Override
    public void println(boolean value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        line(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        line(String.valueOf(value));
    }
}
