package org.isolatedmounts.internal.plan;

import org.isolatedmounts.internal.wire.WireInput;
import org.isolatedmounts.internal.wire.WireOutput;

/** {@link SupervisorCommand}s and {@link TestRun}s as the content of frames. */
public final class PlanCodec {

    private PlanCodec() {}

    public static byte[] encode(SupervisorCommand command) {
        WireOutput out = new WireOutput();
        if (command instanceof SupervisorCommand.Start start) {
            write(out.tag(0), start.request());
        } else if (command instanceof SupervisorCommand.Kill kill) {
            out.tag(1).number(kill.forkId()).flag(kill.threadDump());
        } else if (command instanceof SupervisorCommand.Rehearse rehearse) {
            write(out.tag(2), rehearse.command());
        } else if (command instanceof SupervisorCommand.Answer answer) {
            out.tag(3).number(answer.forkId()).text(answer.answer().name());
        } else {
            throw new IllegalArgumentException("no code for " + command);
        }
        return out.toByteArray();
    }

    public static SupervisorCommand decode(byte[] content) {
        WireInput in = new WireInput(content);
        int tag = in.tag();
        return switch (tag) {
            case 0 -> new SupervisorCommand.Start(readRequest(in));
            case 1 -> new SupervisorCommand.Kill(in.number(), in.flag());
            case 2 -> new SupervisorCommand.Rehearse(readCommand(in));
            case 3 -> new SupervisorCommand.Answer(in.number(), ForkAnswer.valueOf(in.text()));
            default -> throw new IllegalArgumentException("unknown command " + tag);
        };
    }

    public static byte[] encode(ForkCommand command) {
        WireOutput out = new WireOutput();
        if (command instanceof ForkCommand.Run run) {
            out.tag(0).text(run.mountNamespace()).text(run.mark().name());
            write(out, run.tests());
        } else if (command instanceof ForkCommand.Answer answer) {
            out.tag(1).text(answer.answer().name());
        } else {
            throw new IllegalArgumentException("no code for " + command);
        }
        return out.toByteArray();
    }

    public static ForkCommand decodeForkCommand(byte[] content) {
        WireInput in = new WireInput(content);
        int tag = in.tag();
        return switch (tag) {
            case 0 -> new ForkCommand.Run(in.text(), new StreamMark(in.text()), readRun(in));
            case 1 -> new ForkCommand.Answer(ForkAnswer.valueOf(in.text()));
            default -> throw new IllegalArgumentException("unknown command " + tag);
        };
    }

    public static byte[] encode(TestRun run) {
        WireOutput out = new WireOutput();
        write(out, run);
        return out.toByteArray();
    }

    public static TestRun decodeRun(byte[] content) {
        return readRun(new WireInput(content));
    }

    private static void write(WireOutput out, ForkRequest request) {
        write(out.number(request.forkId()), request.command());
        out.list(request.layout().mounts(), PlanCodec::write).list(request.keptPaths(), PlanCodec::write);
        write(out, request.run());
    }

    private static ForkRequest readRequest(WireInput in) {
        return new ForkRequest(
                in.number(),
                readCommand(in),
                new Layout(in.list(PlanCodec::readMount)),
                in.list(PlanCodec::readKeptPath),
                readRun(in));
    }

    private static void write(WireOutput out, JavaCommand command) {
        out.text(command.executable())
                .list(command.arguments(), WireOutput::text)
                .text(command.workingDirectory());
    }

    private static JavaCommand readCommand(WireInput in) {
        return new JavaCommand(in.text(), in.list(WireInput::text), in.text());
    }

    private static void write(WireOutput out, KeptPath kept) {
        out.text(kept.path()).flag(kept.written());
    }

    private static KeptPath readKeptPath(WireInput in) {
        return new KeptPath(in.text(), in.flag());
    }

    private static void write(WireOutput out, MountPlan mount) {
        if (mount instanceof TmpfsPlan tmpfs) {
            out.tag(0)
                    .text(tmpfs.mountPoint())
                    .text(tmpfs.size())
                    .number(tmpfs.inodes())
                    .text(tmpfs.mode())
                    .flag(tmpfs.flags().readOnly())
                    .flag(tmpfs.flags().exec())
                    .flag(tmpfs.flags().suid())
                    .flag(tmpfs.flags().dev())
                    .text(tmpfs.declaredBy());
        } else if (mount instanceof BindPlan bind) {
            out.tag(1)
                    .text(bind.mountPoint())
                    .text(bind.source())
                    .flag(bind.readOnly())
                    .flag(bind.recursive())
                    .text(bind.declaredBy());
        } else {
            throw new IllegalArgumentException("no code for " + mount);
        }
    }

    private static MountPlan readMount(WireInput in) {
        int tag = in.tag();
        return switch (tag) {
            case 0 ->
                new TmpfsPlan(
                        in.text(),
                        in.text(),
                        in.number(),
                        in.text(),
                        new MountFlags(in.flag(), in.flag(), in.flag(), in.flag()),
                        in.text());
            case 1 -> new BindPlan(in.text(), in.text(), in.flag(), in.flag(), in.text());
            default -> throw new IllegalArgumentException("unknown kind of mount " + tag);
        };
    }

    private static void write(WireOutput out, TestRun run) {
        out.list(run.uniqueIds(), WireOutput::text)
                .map(run.configurationParameters())
                .map(run.systemProperties());
    }

    private static TestRun readRun(WireInput in) {
        return new TestRun(in.list(WireInput::text), in.map(), in.map());
    }
}
