package org.isolatedmounts.it.maven;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code TEST-*.xml} of Surefire without what no two runs have in common, and without reports on mounts. */
final class SurefireReport {

    private SurefireReport() {}

    static String normalised(Path report) throws IOException {
        String xml = Files.readString(report)
                .replaceAll("(?s)<properties>.*?</properties>", "<properties/>")
                .replaceAll(" (time|timestamp|hostname)=\"[^\"]*\"", "")
                .replaceAll("(?ms)^\tSuppressed: mounts of .*?^    in full: .*?$\n", "")
                .replaceAll("sample[./](plain|isolated)", "sample");
        // the frames below a test are the engine's, and those of who started it
        return xml.lines()
                .filter(line -> !line.startsWith("\tat ") || line.startsWith("\tat sample."))
                .filter(line -> !line.matches("\t\\.\\.\\. \\d+ more"))
                .collect(joining("\n"));
    }
}
