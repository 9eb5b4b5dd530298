package org.isolatedmounts.internal.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.StageResult;
import org.isolatedmounts.internal.availability.StageResult.Answer;
import org.isolatedmounts.internal.availability.trial.Stage;

/** What works: a row for each stage, a column for each user. */
final class Table {

    private static final String FORMAT = "  %-36s%-14s%s";

    private Table() {}

    static List<String> lines(Findings findings) {
        List<String> lines = new ArrayList<>();
        lines.add("What works"
                .concat(row("", User.ROOT.title(), User.ORDINARY_USER.title()).substring("What works".length())));
        lines.add(row("isolated tests", available(findings.root()), available(findings.ordinaryUser())));
        for (Stage stage : Stage.values()) {
            lines.add(row(
                    (stage.isRequired() ? "  " : "") + stage.title(),
                    answer(findings.root(), stage),
                    answer(findings.ordinaryUser(), stage)));
        }
        return lines;
    }

    /** How each column came about, and why some cells did not. */
    static List<String> notes(Findings findings) {
        List<String> notes = new ArrayList<>();
        for (Column column : List.of(findings.root(), findings.ordinaryUser())) {
            notes.add(column.user().title() + ": " + column.how());
        }
        Map<String, List<String>> notProbed = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            notProbed(findings, stage)
                    .ifPresent(result -> notProbed
                            .computeIfAbsent(result.remark(), reason -> new ArrayList<>())
                            .add(stage.title()));
        }
        notProbed.forEach((reason, titles) -> notes.add(String.join(", ", titles) + ": not probed, " + reason));
        return notes;
    }

    private static Optional<StageResult> notProbed(Findings findings, Stage stage) {
        return Stream.of(findings.column(findings.caller()), findings.root(), findings.ordinaryUser())
                .flatMap(column -> column.result(stage).stream())
                .filter(result -> result.answer() == Answer.NOT_PROBED)
                .findFirst();
    }

    private static String row(String title, String root, String ordinaryUser) {
        return FORMAT.formatted(title, root, ordinaryUser);
    }

    private static String available(Column column) {
        return column.available().map(available -> available ? "yes" : "no").orElse("?");
    }

    private static String answer(Column column, Stage stage) {
        return column.result(stage)
                .map(result -> switch (result.answer()) {
                    case YES -> "yes";
                    case NO -> "no";
                    case NOT_NEEDED -> "not needed";
                    case NOT_PROBED -> "?";
                })
                .orElse("?");
    }
}
