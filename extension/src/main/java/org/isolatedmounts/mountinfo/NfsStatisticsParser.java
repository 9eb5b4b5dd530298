package org.isolatedmounts.mountinfo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the lines of an NFS mount, which follow the line of the mount and begin with a tab, up to those of the next. */
final class NfsStatisticsParser {

    /** The first words; they end the line of the mount. */
    static final String START = "statvers=";

    private static final int OPERATION_COUNTERS = 8;

    private final LineReader line;
    private List<String> options = List.of();
    private Duration age = Duration.ZERO;
    private final Map<String, String> capabilities = new LinkedHashMap<>();
    private Map<NfsEvent, Long> events = Map.of();
    private Map<NfsBytes, Long> bytes = Map.of();
    private String program = "";
    private final List<NfsStatistics.Transport> transports = new ArrayList<>();
    private final Map<String, NfsStatistics.Operation> operations = new LinkedHashMap<>();
    private final Map<String, String> otherLines = new LinkedHashMap<>();
    private boolean inOperations;

    NfsStatisticsParser(LineReader line) {
        this.line = line;
    }

    /** Begins with the field that says {@link #START}. */
    NfsStatistics parse() {
        String version = line.raw().substring(START.length());
        while (line.hasNextLine() && line.nextLineStartsWith("\t")) {
            line.nextLine();
            line.skipBlanks();
            if (line.fieldUpTo(':')) {
                keyword(line.raw());
            } else {
                line.rest("keyword");
                inOperations |= line.fieldIs("per-op statistics");
            }
        }
        return new NfsStatistics(
                version, options, age, capabilities, events, bytes, program, transports, operations, otherLines);
    }

    private void keyword(String keyword) {
        line.skipBlanks();
        if (inOperations) {
            operations.put(keyword, operation());
            return;
        }
        switch (keyword) {
            case "opts" -> {
                line.rest("options");
                options = line.options();
            }
            case "age" ->
                age = Duration.ofSeconds(counters().stream().findFirst().orElse(0L));
            case "caps" -> capabilities();
            case "events" -> events = countersOf(NfsEvent.values());
            case "bytes" -> bytes = countersOf(NfsBytes.values());
            case "xprt" -> {
                line.field("protocol");
                transports.add(new NfsStatistics.Transport(line.raw(), counters()));
            }
            case "RPC iostats version" -> program();
            default -> otherLines.put(keyword, remainder(keyword));
        }
    }

    private void capabilities() {
        line.rest("capabilities");
        for (String capability : line.options()) {
            int equals = capability.indexOf('=');
            capabilities.put(
                    equals < 0 ? capability : capability.substring(0, equals), capability.substring(equals + 1));
        }
    }

    /** As in {@code RPC iostats version: 1.1 p/v: 100003/4 (nfs)}. */
    private void program() {
        line.field("version of the RPC statistics");
        line.skipBlanks();
        if (line.fieldUpTo(':')) {
            line.skipBlanks();
            line.field("program");
            program = line.raw();
        }
    }

    private NfsStatistics.Operation operation() {
        List<Long> counters = counters();
        if (counters.size() < OPERATION_COUNTERS) {
            throw line.malformed("expected " + OPERATION_COUNTERS + " counters, found " + counters.size());
        }
        return new NfsStatistics.Operation(
                counters.get(0),
                counters.get(1),
                counters.get(2),
                counters.get(3),
                counters.get(4),
                Duration.ofMillis(counters.get(5)),
                Duration.ofMillis(counters.get(6)),
                Duration.ofMillis(counters.get(7)),
                counters.size() > OPERATION_COUNTERS
                        ? OptionalLong.of(counters.get(OPERATION_COUNTERS))
                        : OptionalLong.empty());
    }

    /** Later kernels may count more than we have names for. */
    private <K> Map<K, Long> countersOf(K[] kinds) {
        List<Long> counters = counters();
        Map<K, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(kinds.length, counters.size()); i++) {
            named.put(kinds[i], counters.get(i));
        }
        return named;
    }

    private List<Long> counters() {
        List<Long> counters = new ArrayList<>();
        line.skipBlanks();
        while (line.hasMoreCharacters()) {
            line.field("counter");
            counters.add(line.counter());
            line.skipBlanks();
        }
        return counters;
    }

    private String remainder(String name) {
        line.rest(name);
        return line.raw();
    }
}
