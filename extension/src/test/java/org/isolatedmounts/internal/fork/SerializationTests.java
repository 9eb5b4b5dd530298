package org.isolatedmounts.internal.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class SerializationTests {

    @Test
    void sourcesOfTests() throws Exception {
        assertArrives(ClassSource.from(SerializationTests.class));
        assertArrives(MethodSource.from("com.example.A", "test", "int, java.lang.String"));
    }

    @Test
    void arraysAndPrimitives() throws Exception {
        assertArrives(new Object[] {1, 2L, 'c', new int[] {1, 2}, new String[][] {{"a"}}, int.class, Thread.State.NEW});
    }

    @Test
    void whatCannotBeSerialisedBecomesNullWhereverItStands() throws Exception {
        Node inner = new Node(new Object(), "inner");
        Node outer = new Node(inner, "outer");
        List<Object> list = new ArrayList<>(List.of(outer, new Object()));

        List<?> copy = (List<?>) Serialization.fromBytes(Serialization.toBytes(list));

        assertThat(copy).hasSize(2);
        assertThat(copy.get(1)).isNull();
        assertThat(copy.get(0)).isInstanceOfSatisfying(Node.class, node -> {
            assertThat(node.name).isEqualTo("outer");
            assertThat(node.value).isInstanceOfSatisfying(Node.class, it -> {
                assertThat(it.name).isEqualTo("inner");
                assertThat(it.value).isNull();
            });
        });
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
                .isThrownBy(() -> Serialization.toBytes(new Refusing()))
                .withCauseInstanceOf(NotSerializableException.class);
    }

    private static void assertArrives(Object object) throws Exception {
        assertThat(Serialization.fromBytes(Serialization.toBytes(object))).isEqualTo(object);
    }

    private static final class Node implements Serializable {
        private static final long serialVersionUID = 1;
        private final @Nullable Object value;
        private final String name;

        Node(Object value, String name) {
            this.value = value;
            this.name = name;
        }
    }

    private static final class Refusing implements Serializable {
        private static final long serialVersionUID = 1;

        private Object writeReplace() throws NotSerializableException {
            throw new NotSerializableException("on purpose");
        }
    }
}
