package org.isolatedmounts.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;
import org.isolatedmounts.assertj.Examples.Example;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.namespace.MountNamespace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each assertion shows in its Javadoc one example that passes and one that fails: they are compiled, with the static
 * imports of AssertJ and of ours, and do.
 */
class JavadocExamplesTests {

    private static final List<Class<?>> DOCUMENTED = List.of(
            MountAssertions.class,
            MountTableAssert.class,
            MountEntryAssert.class,
            MountNamespaceAssert.class,
            MountConditions.class,
            MountSoftAssertions.class,
            MountSoftAssertionsProvider.class);

    private static final String HEAD = """
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.isolatedmounts.assertj.MountAssertions.assertThat;
            import static org.isolatedmounts.assertj.MountConditions.*;
            import org.isolatedmounts.assertj.*;
            import org.isolatedmounts.mountinfo.*;
            import org.isolatedmounts.namespace.*;
            public class Compiled {
            """;

    private static final List<Example> EXAMPLES =
            DOCUMENTED.stream().flatMap(type -> Examples.of(type).stream()).toList();

    @TempDir
    static Path directory;

    private static URLClassLoader loader;
    private static Class<?> compiled;
    private static MountNamespace namespace;
    private static MountNamespace current;

    @BeforeAll
    static void compile() throws Exception {
        StringBuilder source = new StringBuilder(HEAD);
        for (int i = 0; i < EXAMPLES.size(); i++) {
            appendMethod(source, "passes" + i, EXAMPLES.get(i).passes());
            appendMethod(source, "fails" + i, EXAMPLES.get(i).fails());
        }
        Path file = Files.writeString(directory.resolve("Compiled.java"), source.append("}\n"));

        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", directory.toString(), "-classpath", classPath());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean successful;
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            successful = compiler.getTask(messages, null, null, options, null, files.getJavaFileObjects(file))
                    .call();
        }
        assertThat(successful).as("%s%n%s", messages, source).isTrue();
        loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, JavadocExamplesTests.class.getClassLoader());
        compiled = loader.loadClass("Compiled");
    }

    @BeforeAll
    static void openNamespaces() throws IOException {
        namespace = MountNamespace.create();
        current = MountNamespace.current();
    }

    private static void appendMethod(StringBuilder source, String name, String body) {
        source.append("public static void ").append(name);
        source.append("(MountTable table, MountTable before, MountNamespace namespace, MountNamespace current)");
        source.append(" throws Exception {\n");
        source.append(body).append("\n}\n");
    }

    private static String classPath() {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(MountAssertions.class, Assertions.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .toString());
        }
        return String.join(":", places);
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
        namespace.close();
        current.close();
    }

    static Stream<String> places() {
        return EXAMPLES.stream().map(Example::place);
    }

    @ParameterizedTest
    @MethodSource("places")
    void theFirstExamplePassesAndTheSecondFails(String place) throws Exception {
        int index = places().toList().indexOf(place);

        run("passes" + index);

        assertThatThrownBy(() -> run("fails" + index))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(AssertionError.class);
    }

    private static void run(String name) throws Exception {
        Method method = compiled.getMethod(
                name, MountTable.class, MountTable.class, MountNamespace.class, MountNamespace.class);
        method.invoke(null, Examples.TABLE_OF_EXAMPLES, Examples.BEFORE, namespace, current);
    }
}
