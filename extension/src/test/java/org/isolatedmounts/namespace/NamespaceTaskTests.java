package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java code in a namespace: in a JVM of its own. */
@Timeout(60)
class NamespaceTaskTests {

    private final Object notSerialisable = new Object();

    @Test
    void taskRunsThereAndItsResultComesBack() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            namespace.run("mount", "-t", "tmpfs", "there", "/mnt");
            String text = "text";
            String id = namespace.call(() -> {
                Files.writeString(Path.of("/mnt/file"), text);
                System.out.println("what a task prints goes to the standard error");
                return Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
            });

            assertThat(id).isEqualTo(namespace.toString());
            assertThat(namespace.run("cat", "/mnt/file")).isEqualTo(text);
            assertThat(Path.of("/mnt/file")).doesNotExist();
        }
    }

    @Test
    void taskSeesTheUserAndTheDirectoryOfItsCaller() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            assertThat(namespace.call(() -> System.getProperty("user.name") + System.getProperty("user.dir")))
                    .isEqualTo(System.getProperty("user.name") + System.getProperty("user.dir"));
        }
    }

    @Test
    void whatTheTaskThrowsComesBack() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> namespace.call(() -> {
                        throw new IOException("of the task");
                    }))
                    .withCause(new IOException("of the task"));
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> namespace.call(() -> {
                        throw new UnserialisableException();
                    }))
                    .havingCause()
                    .withMessageStartingWith(
                            "an exception that cannot be serialised (java.io.NotSerializableException: ")
                    .withMessageContaining("at " + NamespaceTaskTests.class.getName());
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> namespace.call(Object::new))
                    .havingCause()
                    .withMessage("The result of the task cannot be serialised: java.io.NotSerializableException:"
                            + " java.lang.Object");
        }
    }

    private static final class UnserialisableException extends Exception {
        private static final long serialVersionUID = 1;
        private final Object field = new Object();

        @Override
        public String getMessage() {
            return field.toString();
        }
    }

    @Test
    void capturedTestIsRefusedWithTheCure() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            assertThatExceptionOfType(NamespaceException.class)
                    .isThrownBy(() -> namespace.call(() -> notSerialisable.toString()))
                    .withMessage("The task captures a " + NamespaceTaskTests.class.getName()
                            + ", which is not Serializable. Fix: let it use local variables only, paths as strings, and no"
                            + " field or instance method of its class.");
        }
    }

    @Test
    void deathOfTheJvmIsTold() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            assertThatExceptionOfType(NamespaceException.class)
                    .isThrownBy(() -> namespace.call(() -> {
                        Runtime.getRuntime().halt(5);
                        return 0;
                    }))
                    .withMessage("The JVM in the namespace ended with exit status 5 before it told the outcome of the"
                            + " task; its standard error is that of this JVM.");
        }
    }

    @Test
    void mainClassRunsThere() throws Exception {
        try (MountNamespace namespace = MountNamespace.create();
                NamespaceProcess process = namespace.startJava(Main.class, "a", "b c")) {
            assertThat(process.inputReader().lines()).containsExactly("a, b c in " + namespace);
            assertThat(process.waitFor()).isZero();
        }
    }

    static final class Main {
        public static void main(String[] args) throws IOException {
            System.out.println(String.join(", ", args) + " in " + Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")));
        }
    }

    /** It has no privilege but in a user namespace, if it runs as an ordinary user; there it is root. */
    @Test
    void namespacesNest() throws Exception {
        try (MountNamespace namespace = MountNamespace.create()) {
            String inner = namespace.call(() -> {
                try (MountNamespace created = MountNamespace.create()) {
                    created.run("mount", "-t", "tmpfs", "inner", "/mnt");
                    return created.mountTable().at("/mnt").orElseThrow().source();
                }
            });
            assertThat(inner).isEqualTo("inner");
            assertThat(namespace.mountTable().withSource("inner")).isEmpty();
        }
    }
}
