package org.isolatedmounts.internal.launch.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the JVM options in the command line of a JVM, as java(1) reads it, and writes them as a JVM tells them. */
final class CommandLineOptions {

    /** Read by java(1) as a part of the command line, not by the JVM itself. */
    private static final String OF_LAUNCHER = "JDK_JAVA_OPTIONS";

    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
    private static final Set<String> LAST = Set.of("-jar", "-m", "--module");
    private static final Set<String> WITH_VALUE = Set.of(
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--enable-native-access");

    /** A word of an argument file or a variable: quoted in parts, with escapes in these; or a comment. */
    private static final Pattern WORD =
            Pattern.compile("#[^\n]*|(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[^\\s\"'])+", Pattern.DOTALL);

    private static final Pattern QUOTED =
            Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"|'((?:\\\\.|[^'\\\\])*)'", Pattern.DOTALL);

    interface Reader {
        String read(Path file) throws IOException;
    }

    private final Map<String, String> environment;
    private final Reader argumentFiles;

    CommandLineOptions(Map<String, String> environment, Reader argumentFiles) {
        this.environment = environment;
        this.argumentFiles = argumentFiles;
    }

    /** @param commandLine with the program, and with the main class and what follows it */
    List<String> of(List<String> commandLine) throws IOException {
        List<String> launcher = new ArrayList<>(words(variable(OF_LAUNCHER)));
        launcher.addAll(commandLine.subList(1, commandLine.size()));
        return Stream.of(
                        words(variable("JAVA_TOOL_OPTIONS")),
                        ofLauncher(expanded(launcher)),
                        words(variable("_JAVA_OPTIONS")))
                .flatMap(List::stream)
                .toList();
    }

    /** The options in one variable; empty if there are others, in an argument file that it names. */
    static Optional<List<String>> ofVariable(String name, String value) {
        List<String> words = words(value);
        if (!name.equals(OF_LAUNCHER)) {
            return Optional.of(words);
        }
        List<String> options = new ArrayList<>();
        return readOptions(words, options) ? Optional.empty() : Optional.of(options);
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Argument files expanded; of what follows the main class, too, which is cut off later. */
    private List<String> expanded(List<String> words) throws IOException {
        List<String> expanded = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith("@") && !word.startsWith("@@") && !endsOptions(expanded)) {
                expanded.addAll(words(argumentFiles.read(Path.of(word.substring(1)))));
            } else {
                expanded.add(word);
            }
        }
        return expanded;
    }

    private static boolean endsOptions(List<String> words) {
        List<String> options = new ArrayList<>();
        return readOptions(words, options);
    }

    private static List<String> ofLauncher(List<String> words) {
        List<String> options = new ArrayList<>();
        readOptions(words, options);
        return options;
    }

    /** Whether the main class, or what stands for it, is among the words. */
    private static boolean readOptions(List<String> words, List<String> options) {
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (LAST.contains(word) || word.startsWith("--module=") || !word.startsWith("-")) {
                return true;
            }
            boolean valued = CLASS_PATH.contains(word) || word.equals("-p") || WITH_VALUE.contains(word);
            String value = valued && rest.hasNext() ? rest.next() : "";
            if (word.equals("-p")) {
                options.add("--module-path=" + value);
            } else if (WITH_VALUE.contains(word)) {
                options.add(word + "=" + value);
            } else if (!valued && !word.startsWith("--class-path=")) {
                options.add(word);
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> word.group())
                .filter(word -> !word.startsWith("#"))
                .map(CommandLineOptions::unquoted)
                .toList();
    }

    private static String unquoted(String word) {
        return QUOTED.matcher(word)
                .replaceAll(part ->
                        Matcher.quoteReplacement(unescaped(part.group(1) == null ? part.group(2) : part.group(1))));
    }

    /** A backslash before the end of a line continues the word in the next one, without the blanks there. */
    private static String unescaped(String text) {
        return text.replaceAll("\\\\\\R\\s*", "").replaceAll("(?s)\\\\(.)", "$1");
    }
}
