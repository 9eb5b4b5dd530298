package org.isolatedmounts.internal.doctor;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
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
                .flatMap(ShortReport::file)
                .filter(path -> path.endsWith(".jar"))
                .orElse("isolated-mounts.jar");
    }

    /** Class loaders may load from anything; that must not be what fails while an error is described. */
    private static Optional<String> file(URL location) {
        try {
            return Optional.of(Path.of(location.toURI()).toString());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
