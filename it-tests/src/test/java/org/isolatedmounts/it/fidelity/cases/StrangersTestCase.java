package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Exceptions and values of classes that are made while the test runs, and exist nowhere else. */
@IsolatedMounts
public class StrangersTestCase {

    @TestFactory
    Stream<DynamicTest> all() {
        return Thrown.byEachMethodOf(this);
    }

    void exception() throws Exception {
        throw made(IllegalStateException.class, "Strange");
    }

    void cause() throws Exception {
        throw new IllegalArgumentException("around", made(IllegalStateException.class, "StrangeCause"));
    }

    void suppressed() throws Exception {
        RuntimeException exception = new RuntimeException("main");
        exception.addSuppressed(made(AssertionFailedError.class, "StrangeSuppressed"));
        throw exception;
    }

    void assertion() throws Throwable {
        throw made(AssertionFailedError.class, "StrangeAssertion");
    }

    void aborted() throws Throwable {
        throw made(TestAbortedException.class, "StrangeAbort");
    }

    void oneOfSeveral() {
        assertAll("several", () -> assertEquals(1, 2), () -> {
            throw made(IllegalStateException.class, "StrangeAmongOthers");
        });
    }

    void values() throws Exception {
        assertEquals(List.of(1), List.of(made(Exception.class, "StrangeValue")));
    }

    private static <T extends Throwable> T made(Class<T> superclass, String name) throws Exception {
        return new ByteBuddy()
                .subclass(superclass)
                .name("org.isolatedmounts.it.made." + name)
                .make()
                .load(StrangersTestCase.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded()
                .getConstructor(String.class)
                .newInstance("message of " + name);
    }
}
