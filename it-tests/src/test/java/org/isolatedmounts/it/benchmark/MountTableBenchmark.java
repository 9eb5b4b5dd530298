package org.isolatedmounts.it.benchmark;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.mountinfo.MountTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to read the mounts of the namespace in which this runs; public because JMH extends it. Sampled, as a median
 * tells more than a mean on a machine that does other things as well.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MountTableBenchmark {

    private static final String TABLE = "/proc/self/mountinfo";

    private final byte[] buffer = new byte[1 << 16];
    private byte[] table = new byte[0];

    @Setup
    public void read() throws IOException {
        table = Files.readAllBytes(Path.of(TABLE));
    }

    @Benchmark
    public MountTable parse() {
        return MountTable.parse(table);
    }

    /** All that happens between open and close is that the kernel writes the table. */
    @Benchmark
    public long kernelPrints() throws IOException {
        long size = 0;
        try (InputStream file = new FileInputStream(TABLE)) {
            int read = file.read(buffer);
            while (read > 0) {
                size += read;
                read = file.read(buffer);
            }
        }
        return size;
    }

    @Benchmark
    public MountTable readAndParse() throws IOException {
        return MountTable.ofSelf();
    }

    @Benchmark
    public int fileStores() {
        int count = 0;
        for (FileStore store : FileSystems.getDefault().getFileStores()) {
            count += store.type().length();
        }
        return count;
    }
}
