package org.isolatedmounts.internal.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolatedmounts.internal.availability.StageResult;
import org.isolatedmounts.internal.availability.StageResult.Answer;
import org.isolatedmounts.internal.availability.trial.Stage;
import org.isolatedmounts.internal.json.Json;

/** Everything, for scripts; {@code doctor --help} says what the keys mean. */
final class JsonReport {

    /** Grows when a key goes or changes its meaning, not when one is added. */
    private static final int FORMAT = 1;

    private JsonReport() {}

    static String of(Findings findings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("format", FORMAT);
        report.put("version", Version.current());
        report.put("available", findings.available());
        report.put("caller", key(findings.caller()));
        report.put(
                "users",
                Stream.of(findings.root(), findings.ordinaryUser())
                        .map(JsonReport::user)
                        .toList());
        Map<String, Object> machine = new LinkedHashMap<>();
        findings.machine().forEach(fact -> machine.put(fact.key(), fact.lines()));
        report.put("machine", machine);
        report.put(
                "features",
                Stream.of(Stage.values()).map(stage -> feature(findings, stage)).toList());
        report.put(
                "changes", findings.changes().stream().map(JsonReport::change).toList());
        return Json.indented(report);
    }

    private static Map<String, Object> user(Column column) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("name", key(column.user()));
        user.put(
                "isolatedTests",
                column.available()
                        .map(available -> available ? Answer.YES : Answer.NO)
                        .orElse(Answer.NOT_PROBED)
                        .name());
        user.put("how", column.how());
        return user;
    }

    private static Map<String, Object> feature(Findings findings, Stage stage) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("name", stage.name());
        feature.put("title", stage.title());
        feature.put("required", stage.isRequired());
        for (Column column : List.of(findings.root(), findings.ordinaryUser())) {
            feature.put(
                    key(column.user()),
                    column.result(stage)
                            .map(JsonReport::answer)
                            .orElseGet(() -> answer(Answer.NOT_PROBED, column.how())));
        }
        return feature;
    }

    private static Map<String, Object> answer(StageResult result) {
        return answer(result.answer(), result.remark());
    }

    private static Map<String, Object> answer(Answer answer, String remark) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("answer", answer.name());
        map.put("remark", remark);
        return map;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("users", change.users().stream().map(JsonReport::key).toList());
        map.put("required", change.required());
        map.put("layer", change.denial().layer().name());
        map.put(
                "denial",
                change.denial().attempt() + " " + change.denial().layer().predicate());
        map.put("evidence", change.denial().evidence().lines().toList());
        map.put("fix", change.denial().fix());
        return map;
    }

    private static String key(User user) {
        return switch (user) {
            case ROOT -> "root";
            case ORDINARY_USER -> "ordinaryUser";
        };
    }
}
