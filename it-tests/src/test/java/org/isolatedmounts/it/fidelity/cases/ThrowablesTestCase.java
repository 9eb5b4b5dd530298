package org.isolatedmounts.it.fidelity.cases;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@IsolatedMounts
public class ThrowablesTestCase {

    @TestFactory
    Stream<DynamicTest> all() {
        return Thrown.byEachMethodOf(this);
    }

    void checked() throws Exception {
        throw new IOException("checked");
    }

    void withoutMessage() {
        throw new IllegalStateException();
    }

    void throwableItself() throws Throwable {
        throw new Throwable("no exception");
    }

    void causes() {
        throw new IllegalStateException("outer", new IOException("middle", new Error("inner")));
    }

    void suppressed() {
        IllegalStateException exception = new IllegalStateException("main");
        exception.addSuppressed(new IOException("first", new Exception("cause of the first")));
        exception.addSuppressed(new WithField("second"));
        throw exception;
    }

    void cyclicCauses() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        throw new IllegalStateException("around", first);
    }

    void cyclicUnserializable() {
        RuntimeException first = new Refusing("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        throw first;
    }

    void unserializableField() {
        throw new WithField("with a field");
    }

    void unserializableInCollection() {
        throw new WithCollection();
    }

    void anonymous() {
        throw new RuntimeException("anonymous") {
            @Override
            public String getMessage() {
                return super.getMessage() + " of "
                        + ThrowablesTestCase.this.getClass().getSimpleName();
            }
        };
    }

    void localRecord() {
        record Coordinates(int x, int y) {}
        class Local extends RuntimeException {
            private final Coordinates coordinates = new Coordinates(1, 2);

            @Override
            public String getMessage() {
                return "at " + coordinates;
            }
        }
        throw new Local();
    }

    void refusesToBeSerialized() {
        throw new Refusing("refuses");
    }

    void refusingCause() {
        throw new IllegalStateException("around", new Refusing("refuses"));
    }

    void messageFromField() {
        throw new MessageFromField(new Object());
    }

    void withoutStackTrace() {
        throw new WithoutStackTrace();
    }

    void undeclared() {
        throw new UndeclaredThrowableException(new IOException("undeclared"));
    }

    void halfAMegabyte() {
        throw new IllegalStateException("0123456789é".repeat(50_000));
    }

    void stackOverflow() {
        throw new IllegalStateException("depth " + deeper(0));
    }

    private static int deeper(int depth) {
        return depth < 0 ? depth : deeper(depth + 1) + 1;
    }

    void staticInitialiserOfAnotherClass() {
        throw new IllegalStateException(Uninitialisable.VALUE);
    }

    void missingClass() throws Exception {
        Class.forName("com.example.Missing");
    }

    void nullPointer() {
        Map<String, String> map = Map.of();
        throw new IllegalStateException(map.get("missing").trim());
    }

    void throwsNull() {
        throw (RuntimeException) null;
    }

    static class WithField extends RuntimeException {

        private final Thread field = new Thread("nobody");

        WithField(String message) {
            super(message);
        }

        Thread field() {
            return field;
        }
    }

    static class WithCollection extends RuntimeException {

        private final List<Object> collection = List.of(new Object(), "text");

        @Override
        public String getMessage() {
            return "collection of " + collection.size();
        }
    }

    static class Refusing extends RuntimeException {

        Refusing(String message) {
            super(message);
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            throw new NotSerializableException("refused");
        }
    }

    static class MessageFromField extends RuntimeException {

        private final Object field;

        MessageFromField(Object field) {
            this.field = field;
        }

        @Override
        public String getMessage() {
            return field.getClass().getName();
        }
    }

    static class WithoutStackTrace extends RuntimeException {

        WithoutStackTrace() {
            super("no trace", null, false, false);
        }
    }

    static class Uninitialisable {

        static final String VALUE = compute();

        private static String compute() {
            throw new IllegalStateException("static initialiser of another class");
        }
    }
}
