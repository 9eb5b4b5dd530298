package org.isolatedmounts.internal.layout.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A user and a group, as chown(1) takes them. */
public final class OwnerSyntax {

    private static final Pattern PATTERN = Pattern.compile("([^:\\s]*)(?::([^:\\s]+))?");
    private static final long MAX_ID = 0xffff_fffeL;

    private OwnerSyntax() {}

    /** The parameters {@code uid} and {@code gid} of a file system, as far as they are given. */
    public static Map<String, String> parameters(Attribute owner) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (owner.value().isEmpty()) {
            return parameters;
        }
        Matcher matcher = PATTERN.matcher(owner.value());
        if (!matcher.matches()) {
            throw owner.breaks(
                    "must be a user, `user:group` or `:group`",
                    "write names of this machine or numbers, for example \"nobody\" or \"1000:1000\"");
        }
        if (!matcher.group(1).isEmpty()) {
            parameters.put("uid", id(owner, "user", matcher.group(1), "/etc/passwd", "unix:uid"));
        }
        if (matcher.group(2) != null) {
            parameters.put("gid", id(owner, "group", matcher.group(2), "/etc/group", "unix:gid"));
        }
        return parameters;
    }

    private static String id(Attribute owner, String what, String name, String table, String own) {
        String id = name.matches("[0-9]+")
                ? name
                : idIn(Path.of(table), name)
                        .orElseThrow(() -> owner.breaks(
                                "must name a " + what + " of this machine",
                                "\"" + name + "\" is not in " + table + ": correct the name, or write a number"));
        if (id.length() > 10 || Long.parseLong(id) > MAX_ID) {
            throw owner.breaks("must have numbers of at most " + MAX_ID, "write the number of a " + what);
        }
        long mine = ofThisProcess(own);
        if (ofThisProcess("unix:uid") != 0 && Long.parseLong(id) != mine) {
            throw owner.breaks(
                    "must be who runs the test, unless that is root (EPERM)",
                    "the " + what + " " + name + " has the number " + id + ", this process " + mine
                            + ": leave `owner` out, or run the tests as root");
        }
        return id;
    }

    private static Optional<String> idIn(Path table, String name) {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 2 && fields[0].equals(name))
                    .map(fields -> fields[2])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long ofThisProcess(String attribute) {
        try {
            return Integer.toUnsignedLong((Integer) Files.getAttribute(Path.of("/proc/self"), attribute));
        } catch (IOException e) {
            throw new IllegalStateException("/proc/self cannot be looked at", e);
        }
    }
}
