package org.isolatedmounts.internal.supervisor.process;

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
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;

/** The argument file and the named pipe of a fork, on the supervisor's tmpfs. */
final class ForkFiles implements AutoCloseable {

    private final Path directory;
    private final RandomAccessFile writer;
    private final InputStream reader;

    private ForkFiles(Path directory, RandomAccessFile writer, InputStream reader) {
        this.directory = directory;
        this.writer = writer;
        this.reader = reader;
    }

    static ForkFiles create(SystemCalls calls, WorkDirectory work, StartFork request) throws IOException {
        Path directory = work.createForkDirectory(request.forkId());
        String arguments =
                request.command().arguments().stream().map(ForkFiles::quote).collect(Collectors.joining("\n"));
        Files.writeString(argumentFile(directory), arguments, nativeCharset());
        Path pipe = eventPipe(directory);
        calls.mkfifoat(Flags.AT_FDCWD, pipe.toString(), 0600);
        // opened for both directions a pipe neither blocks nor ends: the fork has all the time it needs to open it
        RandomAccessFile writer = new RandomAccessFile(pipe.toFile(), "rw");
        try {
            return new ForkFiles(directory, writer, new FileInputStream(pipe.toFile()));
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    Path directory() {
        return directory;
    }

    static Path argumentFile(Path directory) {
        return directory.resolve("arguments");
    }

    static Path eventPipe(Path directory) {
        return directory.resolve("events");
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
        Files.delete(eventPipe(directory));
        Files.delete(argumentFile(directory));
        Files.delete(directory);
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
