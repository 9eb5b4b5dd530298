package org.isolatedmounts.internal.supervisor;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.linux.Flags;
import org.isolatedmounts.internal.linux.SystemCalls;
import org.isolatedmounts.internal.plan.ForkAnswer;
import org.isolatedmounts.internal.plan.ForkRequest;

/** The argument file and the pipes of a fork, on the supervisor's tmpfs. */
final class ForkFiles implements AutoCloseable {

    private final Path argumentFile;
    private final Path eventPipe;
    private final Path answerPipe;
    private final RandomAccessFile writer;
    private final InputStream reader;
    private final RandomAccessFile answers;

    private ForkFiles(
            Path argumentFile,
            Path eventPipe,
            Path answerPipe,
            RandomAccessFile writer,
            InputStream reader,
            RandomAccessFile answers) {
        this.argumentFile = argumentFile;
        this.eventPipe = eventPipe;
        this.answerPipe = answerPipe;
        this.answers = answers;
        this.writer = writer;
        this.reader = reader;
    }

    static ForkFiles create(SystemCalls calls, WorkDirectory work, ForkRequest request) throws IOException {
        Path directory = work.createForkDirectory(request.forkId());
        Path argumentFile = directory.resolve("arguments");
        String arguments =
                request.command().arguments().stream().map(ForkFiles::quote).collect(Collectors.joining("\n"));
        Files.writeString(argumentFile, arguments, nativeCharset());
        Path eventPipe = directory.resolve("events");
        Path answerPipe = directory.resolve("answers");
        calls.mkfifoat(Flags.AT_FDCWD, eventPipe.toString(), 0600);
        calls.mkfifoat(Flags.AT_FDCWD, answerPipe.toString(), 0600);
        // opened for both directions a pipe neither blocks nor ends: the fork has all the time it needs to open it
        RandomAccessFile writer = new RandomAccessFile(eventPipe.toFile(), "rw");
        return new ForkFiles(
                argumentFile,
                eventPipe,
                answerPipe,
                writer,
                new FileInputStream(eventPipe.toFile()),
                new RandomAccessFile(answerPipe.toFile(), "rw"));
    }

    Path argumentFile() {
        return argumentFile;
    }

    Path eventPipe() {
        return eventPipe;
    }

    Path answerPipe() {
        return answerPipe;
    }

    /** Tells the fork what it waits for. */
    void answer(ForkAnswer answer) throws IOException {
        answers.write(answer.toByte());
    }

    InputStream reader() {
        return reader;
    }

    /** From now on the pipe ends when the fork's end of it is closed. */
    void closeWriter() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closeWriter();
        reader.close();
        answers.close();
        Files.delete(eventPipe);
        Files.delete(answerPipe);
        Files.delete(argumentFile);
        Files.delete(argumentFile.getParent());
    }

    /** As the java launcher reads argument files. */
    private static String quote(String argument) {
        String escaped = argument.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        return "\"" + escaped + "\"";
    }

    private static Charset nativeCharset() {
        return Charset.forName(System.getProperty("sun.jnu.encoding"));
    }
}
