package org.isolatedmounts.internal.supervisor.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.DiskContent;
import org.isolatedmounts.internal.supervisor.command.Operation.OnDisk;

/** The commands that make a disk and mount what is on it. */
final class DiskCommands {

    private DiskCommands() {}

    /** @param file of the disk; for an image that is mounted itself, of that */
    static List<String> of(OnDisk made, String file, String mountPoint) {
        List<String> commands = new ArrayList<>();
        String mount = command(
                "mount -t " + made.disk().type() + " -o "
                        + ShellWord.of("loop" + (made.options().isEmpty() ? "" : "," + made.options())),
                file,
                mountPoint);
        if (made.disk().content() instanceof DiskContent.Made content) {
            commands.add(command("truncate -s " + content.size(), file));
            commands.add(Stream.concat(content.mkfs().stream(), Stream.of(file))
                    .map(ShellWord::of)
                    .collect(Collectors.joining(" ")));
            commands.add(mount);
            commands.add("{ rmdir " + ShellWord.of(mountPoint + "/lost+found") + " 2>/dev/null || :; }");
            if (!content.owner().isEmpty()) {
                commands.add(command("chown " + ShellWord.ofOwner(content.owner()), mountPoint));
            }
            commands.add(command("chmod " + content.mode(), mountPoint));
        } else if (made.disk().content() instanceof DiskContent.Image image) {
            if (image.copied()) {
                commands.add(command("cp --", image.file(), file));
            }
            commands.add(mount);
        }
        return commands;
    }

    private static String command(String command, String... words) {
        return Stream.concat(Stream.of(command), Stream.of(words).map(ShellWord::of))
                .collect(Collectors.joining(" "));
    }
}
