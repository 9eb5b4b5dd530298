package org.isolatedmounts.internal.launch.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What JVM options name as places of modules; a JVM tells them with an equals sign, however they were given. */
final class ModulePath {

    private static final Pattern OPTION =
            Pattern.compile("(?:--module-path|--upgrade-module-path|--patch-module=[^=]+)=(.+)");

    private ModulePath() {}

    static Stream<Path> of(List<String> jvmOptions) {
        return jvmOptions.stream()
                .map(OPTION::matcher)
                .filter(Matcher::matches)
                .flatMap(option -> Stream.of(option.group(1).split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath());
    }
}
