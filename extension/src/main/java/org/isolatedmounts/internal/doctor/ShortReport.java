package org.isolatedmounts.internal.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an error has room for. */
final class ShortReport {

    private static final List<String> FACTS = List.of("kernel", "caller", "container");

    private ShortReport() {}

    static String of(Findings findings) {
        List<String> lines = new ArrayList<>(Table.lines(findings));
        findings.machine().stream()
                .filter(fact -> FACTS.contains(fact.key()))
                .forEach(fact -> lines.addAll(
                        Wrapping.wrap("  ", "    ", fact.title() + ": " + String.join("; ", fact.lines()))));
        lines.add("Everything that was probed: java -jar " + jar() + " doctor");
        return String.join("\n", lines);
    }

    private static String jar() {
        return Optional.ofNullable(ShortReport.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(location -> Path.of(URI.create(location.toString())).toString())
                .filter(path -> path.endsWith(".jar"))
                .orElse("isolated-mounts.jar");
    }
}
