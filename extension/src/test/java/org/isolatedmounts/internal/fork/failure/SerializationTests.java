package org.isolatedmounts.internal.fork.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isolatedmounts.internal.event.Failure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.descriptor.UriSource;

class SerializationTests {

    @Test
    void sourcesOfTests() throws Exception {
        assertArrives(ClassSource.from(SerializationTests.class));
        assertArrives(ClassSource.from(SerializationTests.class, FilePosition.from(1, 2)));
        assertArrives(MethodSource.from("com.example.A", "test", "int, java.lang.String"));
        assertArrives(MethodSource.from(SerializationTests.class.getDeclaredMethod("sourcesOfTests")));
        assertArrives(CompositeTestSource.from(List.of(ClassSource.from(SerializationTests.class))));
        assertArrives(UriSource.from(URI.create("https://example.org/a")));
    }

    @Test
    void arraysAndPrimitives() throws Exception {
        assertArrives(new Object[] {1, 2L, 'c', new int[] {1, 2}, new String[][] {{"a"}}, int.class, Thread.State.NEW});
    }

    @Test
    void whatTheHostDoesNotRebuildBecomesNullWhereverItStands() throws Exception {
        List<Object> inner = new ArrayList<>(Arrays.asList(Thread.currentThread(), "inner"));
        List<Object> outer = new ArrayList<>(List.of(inner, new OfTheTest(), new Object(), Kind.OTHER));

        assertThat(Serialization.read(bytes(outer)))
                .isEqualTo(Arrays.asList(Arrays.asList(null, "inner"), null, null, null));
    }

    @Test
    void nothingIsWrittenThatTheHostRefuses() {
        Serializable ofClass = new EnumConstantNotPresentException(Kind.class, "NONE");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bytes(ofClass))
                .withMessageContaining("not rebuilt in the host JVM");
    }

    @Test
    void whatIsTooLongIsNotWrittenToItsEnd() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> new Serialization().write(new byte[2_000], 1_000))
                .withMessageContaining("more than a fork sends");
    }

    @Test
    void worksOnThreadsWithoutAContextClassLoader() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertArrives(ClassSource.from(SerializationTests.class));
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    @Test
    void anErrorKeepsItsCause() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> bytes(new Refusing()))
                .withCauseInstanceOf(NotSerializableException.class);
    }

    private static void assertArrives(Object object) throws Exception {
        assertThat(Serialization.read(bytes(object))).isEqualTo(object);
    }

    private static byte[] bytes(Object object) {
        return new Serialization().write(object, Limits.SERIALIZED);
    }

    private static final class OfTheTest implements Serializable {
        private static final long serialVersionUID = 1;
    }

    private static final class Refusing implements Serializable {
        private static final long serialVersionUID = 1;

        private Object writeReplace() throws NotSerializableException {
            throw new NotSerializableException("on purpose");
        }
    }
}
