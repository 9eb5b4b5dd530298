package org.isolatedmounts.mountinfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads proc_pid_mountstats(5): a line for each mount, and further lines for those of NFS. */
final class MountStatsParser {

    private final byte[] bytes;
    private final LineReader line;

    MountStatsParser(byte[] bytes) {
        this.bytes = bytes;
        line = new LineReader("mountstats", bytes);
    }

    List<MountStatsEntry> parse() {
        List<MountStatsEntry> entries = new ArrayList<>();
        while (line.nextLine()) {
            entries.add(entry());
        }
        return List.copyOf(entries);
    }

    private MountStatsEntry entry() {
        Optional<String> device = Optional.empty();
        if (line.lineStartsWith("device ")) {
            line.expect("device ");
            line.field("device");
            device = Optional.of(line.unescaped());
        } else {
            line.expect("no device ");
        }
        line.expect("mounted on ");
        line.field("mount point");
        String mountPoint = line.strictlyUnescaped("mount point");
        line.expect("with fstype ");
        line.field("filesystem type");
        String fileSystemType = line.strictlyUnescaped("filesystem type");
        String statistics = "";
        Optional<NfsStatistics> nfs = Optional.empty();
        if (line.hasMore()) {
            line.rest("statistics");
            int start = line.fieldStart();
            if (line.fieldStartsWith(NfsStatisticsParser.START)) {
                nfs = Optional.of(new NfsStatisticsParser(line).parse());
            }
            while (line.hasNextLine() && !nextLineIsOfAMount()) {
                line.nextLine();
            }
            statistics = MountInfoBytes.decode(bytes, start, line.nextLineStart());
        }
        return new MountStatsEntry(device, mountPoint, fileSystemType, statistics, nfs);
    }

    private boolean nextLineIsOfAMount() {
        return line.nextLineStartsWith("device ") || line.nextLineStartsWith("no device ");
    }
}
