package org.isolatedmounts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users copy the code that Javadoc and README show, so it compiles. */
class CodeInDocumentationTests {

    private static final Path SOURCES = Path.of("src/main/java/org/isolatedmounts");
    private static final Path README = Path.of("../README.md");

    private static final Pattern IN_JAVADOC = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n +\\* \\}</pre>");
    private static final Pattern IN_README = Pattern.compile("(?s)```java\\n(.*?)```");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");

    private static final String IMPORTS = Stream.of(
                    "java.io.*",
                    "java.lang.annotation.*",
                    "java.nio.file.*",
                    "java.util.*",
                    "org.isolatedmounts.*",
                    "org.isolatedmounts.layout.*",
                    "org.isolatedmounts.mountinfo.*",
                    "org.isolatedmounts.namespace.*",
                    "org.junit.jupiter.api.*",
                    "static org.junit.jupiter.api.Assertions.*")
            .map(name -> "import " + name + ";\n")
            .collect(joining());

    @TempDir
    Path classes;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Stream<String> inJavadoc = files
                    .filter(file -> file.toString().endsWith(".java") && !file.startsWith(SOURCES.resolve("internal")))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(file -> IN_JAVADOC.matcher(read(file)).results())
                    .map(example -> example.group(1).replaceAll("(?m)^ *\\* ?", ""));
            Stream<String> inReadme = IN_README.matcher(read(README)).results().map(example -> example.group(1));
            return Stream.concat(inJavadoc, inReadme);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(String example) {
        String imports =
                IMPORT.matcher(example).results().map(MatchResult::group).collect(joining());
        String body = IMPORT.matcher(example).replaceAll("");
        boolean isMember = body.stripLeading().startsWith("@") || body.contains("class ");
        String source = IMPORTS + imports + "class Examples {\n"
                + (isMember ? body : "void example(long pid, Path file) throws Exception {\n" + body + "\n}")
                + "\n}\n";
        StringWriter problems = new StringWriter();

        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        problems,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                        null,
                        List.of(new Source(source)))
                .call();

        assertThat(compiled).as(problems + source).isTrue();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void eachAnnotationThatATestMayHaveShowsOne() {
        assertThat(Stream.of(
                        "IsolatedMounts",
                        "TmpfsMount",
                        "BindMount",
                        "OverlayMount",
                        "FileContent",
                        "FullDisk",
                        "OutOfInodes",
                        "SeparateDevices",
                        "ReadOnlyPath",
                        "WritablePath",
                        "MaskedPath",
                        "AbsentPath",
                        "DiskMount",
                        "ImageMount",
                        "HostMounts",
                        "layout/LayoutMatrix",
                        "layout/LayoutSource",
                        "NotIsolated",
                        "MountOption"))
                .allSatisfy(name ->
                        assertThat(read(SOURCES.resolve(name + ".java"))).containsPattern(IN_JAVADOC));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Examples.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
