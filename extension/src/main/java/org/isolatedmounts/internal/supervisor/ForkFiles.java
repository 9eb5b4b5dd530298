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
import org.isolatedmounts.internal.plan.ForkRequest;

/** The argument file and the event pipe of a fork, on the supervisor's tmpfs. */
final class ForkFiles implements AutoCloseable {

    private final Path argumentFile;
    private final Path eventPipe;
    private final RandomAccessFile writer;
    private final InputStream reader;

    private ForkFiles(Path argumentFile, Path eventPipe, RandomAccessFile writer, InputStream reader) {
        this.argumentFile = argumentFile;
        this.eventPipe = eventPipe;
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
        calls.mkfifoat(Flags.AT_FDCWD, eventPipe.toString(), 0600);
        // opened for both directions a pipe neither blocks nor ends: the fork has all the time it needs to open it
        RandomAccessFile writer = new RandomAccessFile(eventPipe.toFile(), "rw");
        return new ForkFiles(argumentFile, eventPipe, writer, new FileInputStream(eventPipe.toFile()));
    }

    Path argumentFile() {
        return argumentFile;
    }

    Path eventPipe() {
        return eventPipe;
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
        Files.delete(eventPipe);
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
