package org.isolatedmounts.internal.plan;

import org.isolatedmounts.internal.wire.Codec;
import org.isolatedmounts.internal.wire.MalformedFrameException;

/** {@link SupervisorCommand}s and {@link ForkCommand}s as the content of frames. */
public final class PlanCodec {

    private static final Codec<SupervisorCommand> COMMANDS = Codec.of(SupervisorCommand.class);
    private static final Codec<ForkCommand> OF_FORK = Codec.of(ForkCommand.class);

    private PlanCodec() {}

    public static byte[] encode(SupervisorCommand command) {
        return COMMANDS.encode(command);
    }

    /**
     * Reads a command.
     *
     * @throws MalformedFrameException if it is no command
     */
    public static SupervisorCommand decode(byte[] content) {
        return COMMANDS.decode(content);
    }

    public static byte[] encode(ForkCommand command) {
        return OF_FORK.encode(command);
    }

    /**
     * Reads what a fork is told.
     *
     * @throws MalformedFrameException if it is no such command
     */
    public static ForkCommand decodeForkCommand(byte[] content) {
        return OF_FORK.decode(content);
    }
}
