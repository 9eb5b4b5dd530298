package org.isolatedmounts.internal.doctor;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.internal.availability.trial.Denial;

/** Everything, for people. */
final class TextReport {

    private static final int TITLES = 22;

    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings) {
        TextReport report = new TextReport(findings);
        report.verdict();
        report.machine();
        report.table();
        report.changes();
        return String.join("\n", report.lines) + "\n";
    }

    private void verdict() {
        lines.add("isolated-mounts " + Version.current());
        lines.add("Isolated tests " + (findings.available() ? "will run" : "will NOT run") + " here as "
                + findings.caller().someone() + ".");
    }

    private void machine() {
        lines.add("");
        lines.add("This machine");
        for (Fact fact : findings.machine()) {
            lines.addAll(Wrapping.wrap("  " + pad(fact.title()), String.join("\n", fact.lines())));
        }
    }

    private static String pad(String title) {
        return title + " ".repeat(Math.max(1, TITLES - title.length()));
    }

    private void table() {
        lines.add("");
        lines.addAll(Table.lines(findings));
        Table.notes(findings).forEach(note -> lines.addAll(Wrapping.wrap("  ", "    ", note)));
    }

    private void changes() {
        lines.add("");
        lines.add("What to change");
        List<Change> changes = findings.changes();
        if (changes.isEmpty()) {
            lines.add("  Nothing: all that was probed works.");
        }
        for (Change change : changes) {
            lines.addAll(Wrapping.wrap("  ", "  ", change.headline()));
            denial(change.denial());
        }
    }

    private void denial(Denial denial) {
        denial.evidence()
                .lines()
                .forEach(line -> lines.addAll(
                        line.startsWith("$ ") ? Wrapping.wrapCommand("      ", line) : Wrapping.wrap("      ", line)));
        lines.addAll(Wrapping.wrap("    Fix: ", denial.fix()));
    }
}
