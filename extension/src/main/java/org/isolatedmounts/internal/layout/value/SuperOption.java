package org.isolatedmounts.internal.layout.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isolatedmounts.MountOption;

/** An option of a file system, as mount(8) takes it. */
public final class SuperOption {

    private static final Pattern PATTERN = Pattern.compile("([a-z0-9_]+)(?:=([^,\\x00]+))?");

    private static final Set<String> OF_MOUNTS = Arrays.stream(MountOption.values())
            .map(option -> option.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private SuperOption() {}

    /**
     * Adds one, a flag without a value.
     *
     * @param example of some
     * @param attributes that mean the same as an option
     */
    public static void add(
            Attribute option, String example, Map<String, String> attributes, Map<String, String> parameters) {
        Matcher matcher = PATTERN.matcher(option.value());
        if (!matcher.matches()) {
            throw option.breaks(
                    "must be names or `name=value`, one option in each string", "write for example " + example);
        }
        String name = matcher.group(1);
        String attribute = name.equals("ro") || name.equals("rw") ? "readOnly" : attributes.get(name);
        if (attribute != null) {
            throw option.breaks("must not be options that have an attribute", "write `" + attribute + "` instead");
        }
        if (OF_MOUNTS.contains(name)) {
            throw option.breaks("must be options of the file system, not of the mount", "write it as `options`");
        }
        if (parameters.putIfAbsent(name, matcher.group(2) == null ? "" : matcher.group(2)) != null) {
            throw option.breaks("must not have an option twice", "remove one of them");
        }
    }
}
