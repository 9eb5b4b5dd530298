package org.isolatedmounts.it.layout;

import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;

/** Compares mount tables by what users see; ids and propagation, which differ between namespaces, are left out. */
final class Tables {

    /** The system property in which a fixture finds the table of the host. */
    static final String HOST_TABLE = "it.host-table";

    private Tables() {}

    static List<MountEntry> hostMounts() {
        return MountTable.parse(System.getProperty(HOST_TABLE)).mounts();
    }

    /** What is in the first list and not in the second, each as often as it is there more often. */
    static List<MountEntry> difference(List<MountEntry> mounts, List<MountEntry> others) {
        List<String> unmatched =
                new ArrayList<>(others.stream().map(Tables::text).toList());
        return mounts.stream().filter(mount -> !unmatched.remove(text(mount))).toList();
    }

    private static String text(MountEntry mount) {
        return String.join(
                " ",
                mount.device().toString(),
                mount.root(),
                mount.mountPoint(),
                mount.mountOptions().toString(),
                mount.fileSystemType(),
                mount.source(),
                mount.superOptions().toString());
    }
}
