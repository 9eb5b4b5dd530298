package org.isolatedmounts.it.fidelity.cases;

import java.nio.charset.Charset;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class OutputTestCase {

    @BeforeAll
    static void beforeAll() {
        System.out.println("before all: größer");
    }

    @Test
    void prints() throws Exception {
        System.out.print("no newline, ");
        System.out.println("naïve café");
        System.err.println("日本語 and 😀 on the error stream");
        System.out.printf("%s %d%n", "formatted", 42);
        System.out.write("raw bytes: ü\n".getBytes(Charset.defaultCharset()));
        System.out.write('x');
        System.out.println();
        System.out.println("é".repeat(20_000));
        System.err.print('c');
        System.err.println(new char[] {'a', 'b'});
        System.out.append("appended\n");
        Thread thread = new Thread(() -> System.out.println("from another thread"));
        thread.start();
        thread.join();
        System.out.print("last, without a newline");
    }
}
