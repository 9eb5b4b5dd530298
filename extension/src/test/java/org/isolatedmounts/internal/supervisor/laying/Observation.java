package org.isolatedmounts.internal.supervisor.laying;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the laboratory saw.
 *
 * @param refusal the message; empty where the layout was laid
 * @param mountInfo as it was reported
 * @param commands that lay the same by hand
 * @param output of the script, both streams
 * @param supervisorUntouched whether the supervisor's own mounts are as before
 */
record Observation(
        String refusal,
        String namespace,
        String mountInfo,
        List<String> commands,
        String output,
        boolean supervisorUntouched) {

    /** The mount points in the order of the table, as it writes them. */
    List<String> mountPoints() {
        return mountInfo.lines().map(line -> line.split(" ", -1)[4]).toList();
    }

    void write(DataOutputStream out) throws IOException {
        for (String text : List.of(refusal, namespace, mountInfo, String.join("\0", commands), output)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeBoolean(supervisorUntouched);
        out.flush();
    }

    static Observation read(DataInputStream in) throws IOException {
        return new Observation(
                text(in), text(in), text(in), List.of(text(in).split("\0", -1)), text(in), in.readBoolean());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
