package org.isolatedmounts.it.fidelity.cases;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Closes the standard streams of its process, in a fork. */
@IsolatedMounts
@TmpfsMount(at = "/in-a-fork")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class ClosedStreamsTestCase {

    @Test
    @Order(1)
    void closes() throws IOException {
        if (Files.isDirectory(Path.of("/in-a-fork"))) {
            new FileOutputStream(FileDescriptor.out).close();
            new FileOutputStream(FileDescriptor.err).close();
        }
        System.out.println("out goes on");
    }

    @Test
    @Order(2)
    void printsAfterThat() {
        System.err.println("err goes on");
    }
}
