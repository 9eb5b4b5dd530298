package org.isolatedmounts.it.fidelity.cases;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Writes in turn through a stream and, in a fork, past it. */
@IsolatedMounts
@TmpfsMount(at = "/in-a-fork")
public class NativeOrderTestCase {

    private static final boolean IN_A_FORK = Files.isDirectory(Path.of("/in-a-fork"));

    @RepeatedTest(8)
    void writesToOut(RepetitionInfo repetition) throws IOException {
        write(System.out, FileDescriptor.out, repetition.getCurrentRepetition());
    }

    @RepeatedTest(8)
    void writesToErr(RepetitionInfo repetition) throws IOException {
        write(System.err, FileDescriptor.err, repetition.getCurrentRepetition());
    }

    @RepeatedTest(3)
    void lendsItsStreamsToProcesses(RepetitionInfo repetition) throws Exception {
        String text = "of a process, " + repetition.getCurrentRepetition();
        if (IN_A_FORK) {
            new ProcessBuilder("echo", text).inheritIO().start().waitFor();
        } else {
            System.out.println(text);
        }
        System.out.println("when it has ended");
    }

    private static void write(PrintStream stream, FileDescriptor descriptor, int repetition) throws IOException {
        OutputStream past = IN_A_FORK ? new FileOutputStream(descriptor) : stream;
        for (int i = 0; i < 10; i++) {
            stream.println(repetition + "." + i);
            past.write((repetition + "." + i + ", past the stream\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
