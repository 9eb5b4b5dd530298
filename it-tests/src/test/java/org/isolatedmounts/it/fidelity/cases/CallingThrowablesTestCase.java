package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.foreign.LookalikeError;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.it.callbacks.CallLog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.TestSkippedException;

/** Throwables, and what they hold, whose code would tell if it ran. */
@IsolatedMounts
public class CallingThrowablesTestCase {

    @TestFactory
    Stream<DynamicTest> all() {
        return Thrown.byEachMethodOf(this);
    }

    void staticInitialiser() {
        throw new Initialised("thrown");
    }

    void readObject() {
        throw new Calling("thrown");
    }

    void asCause() {
        throw new IllegalStateException("around", new Calling("cause"));
    }

    void asSuppressed() {
        Exception inner = new Exception("inner", new Initialised("cause of the inner one"));
        IllegalStateException exception = new IllegalStateException("main", inner);
        exception.addSuppressed(new Calling("suppressed"));
        throw exception;
    }

    void circular() {
        Calling first = new Calling("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        throw first;
    }

    void replacing() {
        throw new Replacing();
    }

    void replacingCause() {
        throw new IllegalStateException(new Replacing());
    }

    void ownText() {
        throw new OwnText();
    }

    void lookalike() {
        throw new LookalikeError("not of AssertJ");
    }

    void ofEachKind() throws Throwable {
        Throwable throwable = new Throwable("several") {};
        throwable.addSuppressed(new AssertionError("assertion") {});
        throwable.addSuppressed(new AssertionFailedError("comparison", 1, 2) {});
        throwable.addSuppressed(new MultipleFailuresError("all", List.of(new Calling("one"), new Calling("two"))) {});
        throwable.addSuppressed(new TestAbortedException("aborted") {});
        throwable.addSuppressed(new TestSkippedException("skipped") {});
        throwable.addSuppressed(new Error("error") {});
        throwable.addSuppressed(new Exception("checked") {});
        throw throwable;
    }

    void comparison() {
        throw new AssertionFailedError("comparison", new Pair(1, Colour.RED), new Pair(2, Colour.RED)) {};
    }

    void several() {
        throw new MultipleFailuresError("several", List.of(new Calling("one"), new AssertionError("two"))) {};
    }

    void aborted() {
        throw new TestAbortedException("aborted") {};
    }

    void skipped() {
        throw new TestSkippedException("fails") {};
    }

    void values() {
        assertEquals(
                List.of(new Pair(1, Colour.RED)),
                Map.of(Colour.GREEN, new Calling("a value")).toString());
    }

    void enumConstants() {
        assertEquals(Colour.RED, Colour.GREEN);
    }

    void classAsValue() {
        throw new EnumConstantNotPresentException(Colour.class, "BLUE");
    }

    void proxy() {
        InvocationHandler handler = (InvocationHandler & Serializable) (proxy, method, arguments) -> {
            CallLog.add("proxy:" + method.getName());
            return method.getName().equals("toString") ? "a proxy" : 1;
        };
        assertEquals(
                "something else",
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, handler));
    }

    record Pair(int number, Colour colour) implements Serializable {

        Pair {
            CallLog.add("record");
        }
    }

    enum Colour {
        RED,
        GREEN;

        static {
            CallLog.add("enum");
        }
    }

    static class Initialised extends RuntimeException {

        private static final long serialVersionUID = 1;

        static {
            CallLog.add("static-initialiser");
        }

        Initialised(String message) {
            super(message);
        }
    }

    static class Calling extends RuntimeException {

        private static final long serialVersionUID = 1;

        Calling(String message) {
            super(message);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            CallLog.add("readObject");
            in.defaultReadObject();
        }

        private Object readResolve() {
            CallLog.add("readResolve");
            return this;
        }
    }

    static class Replacing extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Object writeReplace() {
            CallLog.add("writeReplace");
            return new Calling("in the place of another one");
        }
    }

    static class OwnText extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            CallLog.add("getMessage");
            return "own message";
        }

        @Override
        public String toString() {
            CallLog.add("toString");
            return "own text";
        }
    }
}
