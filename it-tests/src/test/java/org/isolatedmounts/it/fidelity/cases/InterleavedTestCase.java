package org.isolatedmounts.it.fidelity.cases;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;

@IsolatedMounts
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class InterleavedTestCase {

    @Test
    @Order(1)
    void printsToBothStreams(TestReporter reporter) {
        for (int i = 0; i < 200; i++) {
            System.out.println("out " + i);
            System.err.print("err " + i + ", ");
            System.err.println("twice");
            if (i % 50 == 0) {
                reporter.publishEntry("at", Integer.toString(i));
            }
        }
    }

    @Test
    @Order(2)
    void printsFromThreadsInTurn() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        Thread one = new Thread(() -> {
            System.out.println("one, out");
            System.err.println("one, err");
            first.countDown();
        });
        one.start();
        first.await();
        System.err.println("two, err");
        System.out.println("two, out");
        one.join();
    }

    @Test
    @Order(3)
    void replacesTheStreams() {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.out.println("before");
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        System.out.println("unseen");
        System.setOut(out);
        System.out.println("after, and " + bytes.size() + " bytes");
    }

    @Test
    @Order(4)
    void printsAfterThat() {
        System.out.print("nothing is lost");
    }
}
