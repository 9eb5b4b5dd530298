package org.isolatedmounts.it.launchers;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

/** Prints in all the ways in which the encoding of a standard stream matters. */
@IsolatedMounts
class StreamEncodingsTestCase {

    private static final String TEXT = "größer, 日本語, \ud83d\ude00, €";

    @Test
    void printsCharacters() {
        for (PrintStream stream : new PrintStream[] {System.out, System.err}) {
            stream.println(TEXT);
            stream.printf("%s and %s%n", "één", 'ß');
            stream.print('\ud83d');
            stream.print('\ude00');
            stream.append("ñ").println();
        }
    }

    @Test
    void writesBytes() throws Exception {
        for (PrintStream stream : new PrintStream[] {System.out, System.err}) {
            stream.print("é, then a byte: ");
            stream.write(0xe9);
            stream.println(", then é");
            stream.write(TEXT.getBytes(charset(stream)));
            stream.println(charset(stream) + ", " + System.getProperty("stdout.encoding"));
        }
    }

    @Test
    void writesPastTheStream() throws Exception {
        // never closed: that would close the stream of the process
        PrintStream stream = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset(System.out));
        stream.println(TEXT);
    }

    /** As programs ask for it that bring their own bytes; before JDK 18 they cannot. */
    private static Charset charset(PrintStream stream) throws ReflectiveOperationException {
        return Runtime.version().feature() < 18
                ? Charset.defaultCharset()
                : (Charset) PrintStream.class.getMethod("charset").invoke(stream);
    }
}
