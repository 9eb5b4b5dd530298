package org.isolatedmounts.internal.supervisor.laying;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the laboratory saw.
 *
 * @param refusal the message; empty where the layout was laid
 * @param mountInfo as it was reported
 * @param throughLinks where declared mount points are if symbolic links lead elsewhere
 * @param commands that lay the same by hand
 * @param output of the script, both streams
 * @param supervisorUntouched whether the supervisor's own mounts are as before
 */
record Observation(
        String refusal,
        String namespace,
        String mountInfo,
        Map<String, String> throughLinks,
        List<String> commands,
        String output,
        boolean supervisorUntouched) {

    /** Where a declared mount point is. */
    String real(String mountPoint) {
        return throughLinks.getOrDefault(mountPoint, mountPoint);
    }

    /** The mount points in the order of the table, as it writes them. */
    List<String> mountPoints() {
        return mountInfo.lines().map(line -> line.split(" ", -1)[4]).toList();
    }

    void write(DataOutputStream out) throws IOException {
        String links = throughLinks.entrySet().stream()
                .map(each -> each.getKey() + "\0" + each.getValue())
                .collect(Collectors.joining("\0"));
        for (String text : List.of(refusal, namespace, mountInfo, links, String.join("\0", commands), output)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeBoolean(supervisorUntouched);
        out.flush();
    }

    static Observation read(DataInputStream in) throws IOException {
        return new Observation(
                text(in), text(in), text(in), links(text(in)), list(text(in)), text(in), in.readBoolean());
    }

    private static Map<String, String> links(String text) {
        List<String> paths = list(text);
        return IntStream.range(0, paths.size() / 2)
                .boxed()
                .collect(Collectors.toMap(i -> paths.get(2 * i), i -> paths.get(2 * i + 1)));
    }

    private static List<String> list(String text) {
        return List.of(text.split("\0", -1));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
