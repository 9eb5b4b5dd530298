package org.isolatedmounts.internal.supervisor.laying;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.wire.Codec;

/**
 * What a test asks of the laboratory.
 *
 * @param script for sh(1), run when the layout is laid
 */
record Scenario(LayoutPlan layout, List<KeptPath> keptPaths, String workingDirectory, String script) {

    private static final Codec<Scenario> CODEC = Codec.of(Scenario.class);

    void write(DataOutputStream out) throws IOException {
        byte[] content = CODEC.encode(this);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    static Scenario read(DataInputStream in) throws IOException {
        return CODEC.decode(in.readNBytes(in.readInt()));
    }
}
