package org.isolatedmounts.internal.launch.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.isolatedmounts.internal.plan.PlanCodec;
import org.isolatedmounts.internal.plan.SupervisorCommand;
import org.isolatedmounts.internal.wire.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommandQueueTests {

    private static final SupervisorCommand KILL = new SupervisorCommand.Kill(7, true);

    @Test
    void nobodyWaitsForASupervisorThatDoesNotRead() throws IOException {
        try (PipedInputStream in = new PipedInputStream(1);
                PipedOutputStream out = new PipedOutputStream(in)) {
            CommandQueue queue = CommandQueue.to(out);
            for (int i = 0; i < 1000; i++) {
                queue.add(KILL);
            }

            for (int i = 0; i < 1000; i++) {
                assertThat(Frames.read(in))
                        .isNotNull()
                        .satisfies(frame ->
                                assertThat(PlanCodec.decode(frame.content())).isEqualTo(KILL));
            }
            queue.close();
            assertThat(Frames.read(in)).isNull();
        }
    }
}
