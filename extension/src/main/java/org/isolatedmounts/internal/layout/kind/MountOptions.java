package org.isolatedmounts.internal.layout.kind;

import static org.isolatedmounts.MountOption.DEV;
import static org.isolatedmounts.MountOption.DIRATIME;
import static org.isolatedmounts.MountOption.EXEC;
import static org.isolatedmounts.MountOption.NOATIME;
import static org.isolatedmounts.MountOption.NODEV;
import static org.isolatedmounts.MountOption.NODIRATIME;
import static org.isolatedmounts.MountOption.NOEXEC;
import static org.isolatedmounts.MountOption.NOSUID;
import static org.isolatedmounts.MountOption.NOSYMFOLLOW;
import static org.isolatedmounts.MountOption.RELATIME;
import static org.isolatedmounts.MountOption.STRICTATIME;
import static org.isolatedmounts.MountOption.SUID;
import static org.isolatedmounts.MountOption.SYMFOLLOW;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;

/** Options of a mount, of which each excludes some others. */
final class MountOptions {

    private static final List<Set<MountOption>> CHOICES = List.of(
            EnumSet.of(EXEC, NOEXEC),
            EnumSet.of(SUID, NOSUID),
            EnumSet.of(DEV, NODEV),
            EnumSet.of(SYMFOLLOW, NOSYMFOLLOW),
            EnumSet.of(RELATIME, NOATIME, STRICTATIME),
            EnumSet.of(DIRATIME, NODIRATIME));

    private MountOptions() {}

    /**
     * The declared options, and the defaults that they leave, in the words of mount(8).
     *
     * @throws InvalidLayoutException if they contradict each other
     */
    static List<String> words(Declaration declaration, List<MountOption> declared, MountOption... defaults) {
        Set<MountOption> all = EnumSet.noneOf(MountOption.class);
        all.addAll(declared);
        for (Set<MountOption> choice : CHOICES) {
            String chosen =
                    all.stream().filter(choice::contains).map(Enum::name).collect(Collectors.joining(", "));
            if (chosen.contains(",")) {
                throw declaration
                        .constant("options", chosen)
                        .breaks("must not contradict each other", "leave all but one of these out");
            }
        }
        Stream.of(defaults)
                .filter(option -> CHOICES.stream()
                        .filter(choice -> choice.contains(option))
                        .flatMap(Set::stream)
                        .noneMatch(all::contains))
                .toList()
                .forEach(all::add);
        return all.stream()
                .map(option -> option.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
