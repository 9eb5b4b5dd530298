package org.isolatedmounts.internal.event;

import java.time.LocalDateTime;
import java.util.Set;
import org.isolatedmounts.internal.event.ForkEvent.Asking;
import org.isolatedmounts.internal.event.ForkEvent.Connected;
import org.isolatedmounts.internal.event.ForkEvent.DynamicallyRegistered;
import org.isolatedmounts.internal.event.ForkEvent.Ended;
import org.isolatedmounts.internal.event.ForkEvent.EngineFailed;
import org.isolatedmounts.internal.event.ForkEvent.EntryReported;
import org.isolatedmounts.internal.event.ForkEvent.Examined;
import org.isolatedmounts.internal.event.ForkEvent.Exited;
import org.isolatedmounts.internal.event.ForkEvent.Failing;
import org.isolatedmounts.internal.event.ForkEvent.FileContent;
import org.isolatedmounts.internal.event.ForkEvent.FilePublished;
import org.isolatedmounts.internal.event.ForkEvent.Finished;
import org.isolatedmounts.internal.event.ForkEvent.ForkTimed;
import org.isolatedmounts.internal.event.ForkEvent.Laid;
import org.isolatedmounts.internal.event.ForkEvent.NodeDescription;
import org.isolatedmounts.internal.event.ForkEvent.NotLaid;
import org.isolatedmounts.internal.event.ForkEvent.Outcome;
import org.isolatedmounts.internal.event.ForkEvent.Output;
import org.isolatedmounts.internal.event.ForkEvent.ShuttingDown;
import org.isolatedmounts.internal.event.ForkEvent.Skipped;
import org.isolatedmounts.internal.event.ForkEvent.Started;
import org.isolatedmounts.internal.event.ForkEvent.Status;
import org.isolatedmounts.internal.event.ForkEvent.Stream;
import org.isolatedmounts.internal.event.ForkEvent.SupervisorReady;
import org.isolatedmounts.internal.event.ForkEvent.TestTimed;
import org.isolatedmounts.internal.event.ForkEvent.Text;
import org.isolatedmounts.internal.event.ForkEvent.Warning;
import org.isolatedmounts.internal.wire.WireInput;
import org.isolatedmounts.internal.wire.WireOutput;

/** {@link ForkEvent}s as the content of frames. */
public final class ForkEventCodec {

    /** What the supervisor has to notice of the events that it passes on. */
    public enum Notable {
        ENGINE_FAILED,
        ENDED,
        SHUTTING_DOWN,
        FAILING,
        NOTHING
    }

    private static final Set<Stream> BOTH = Set.of(Stream.OUT, Stream.ERR);

    private ForkEventCodec() {}

    /** Without decoding the event, which may be large. */
    public static Notable notable(byte[] content) {
        return switch (content[0]) {
            case 10 -> Notable.ENGINE_FAILED;
            case 11 -> Notable.ENDED;
            case 12 -> Notable.SHUTTING_DOWN;
            case 18 -> Notable.FAILING;
            default -> Notable.NOTHING;
        };
    }

    /** The standard streams of the fork in which the place of an event is marked; without decoding the event. */
    public static Set<Stream> markedIn(byte[] content) {
        WireInput in = new WireInput(content);
        return switch (in.tag()) {
            case 9, 17 -> Set.of(Stream.valueOf(in.text()));
            default -> BOTH;
        };
    }

    public static byte[] encode(ForkEvent event) {
        WireOutput out = new WireOutput();
        if (event instanceof SupervisorReady ready) {
            out.tag(0).text(ready.mountNamespace()).flag(ready.ownProc());
        } else if (event instanceof Warning warning) {
            out.tag(1).text(warning.message());
        } else if (event instanceof Laid laid) {
            out.tag(2).text(laid.mountNamespace()).text(laid.mountInfo()).list(laid.commands(), WireOutput::text);
        } else if (event instanceof NotLaid notLaid) {
            out.tag(3).text(notLaid.message());
        } else if (event instanceof Started started) {
            out.tag(4).text(started.uniqueId());
        } else if (event instanceof Skipped skipped) {
            out.tag(5).text(skipped.uniqueId()).text(skipped.reason());
        } else if (event instanceof Finished finished) {
            out.tag(6)
                    .text(finished.uniqueId())
                    .text(finished.outcome().status().name());
            out.optional(finished.outcome().failure(), FailureCodec::write);
        } else if (event instanceof DynamicallyRegistered registered) {
            out.tag(7);
            write(out, registered.node());
        } else if (event instanceof EntryReported entry) {
            out.tag(8).text(entry.uniqueId()).text(entry.timestamp().toString()).map(entry.keyValuePairs());
        } else if (event instanceof Output output) {
            out.tag(9).text(output.stream().name()).bytes(output.bytes());
        } else if (event instanceof EngineFailed failed) {
            out.tag(10);
            FailureCodec.write(out, failed.failure());
        } else if (event instanceof Ended) {
            out.tag(11);
        } else if (event instanceof ShuttingDown) {
            out.tag(12);
        } else if (event instanceof Exited exited) {
            out.tag(13).number(exited.status());
        } else if (event instanceof Connected connected) {
            out.tag(14).number(connected.pid()).text(connected.mountNamespace()).text(connected.mountInfo());
        } else if (event instanceof FileContent content) {
            out.tag(15).text(content.path()).flag(content.first()).bytes(content.bytes());
        } else if (event instanceof FilePublished file) {
            out.tag(16).text(file.uniqueId()).text(file.path()).flag(file.directory());
            out.optional(file.mediaType(), WireOutput::text);
        } else if (event instanceof Text text) {
            out.tag(17).text(text.stream().name()).text(text.text());
        } else if (event instanceof Failing failing) {
            out.tag(18).text(failing.uniqueId());
        } else if (event instanceof Examined examined) {
            write(out.tag(19), examined);
        } else if (event instanceof TestTimed timed) {
            out.tag(20).text(timed.uniqueId()).number(timed.nanos());
        } else if (event instanceof ForkTimed timed) {
            out.tag(21)
                    .number(timed.boot())
                    .number(timed.lay())
                    .number(timed.run())
                    .number(timed.strip());
        } else if (event instanceof Asking) {
            out.tag(22);
        } else {
            throw new IllegalArgumentException("no code for " + event);
        }
        return out.toByteArray();
    }

    public static ForkEvent decode(byte[] content) {
        WireInput in = new WireInput(content);
        int tag = in.tag();
        return switch (tag) {
            case 0 -> new SupervisorReady(in.text(), in.flag());
            case 1 -> new Warning(in.text());
            case 2 -> new Laid(in.text(), in.text(), in.list(WireInput::text));
            case 3 -> new NotLaid(in.text());
            case 4 -> new Started(in.text());
            case 5 -> new Skipped(in.text(), in.text());
            case 6 -> new Finished(in.text(), new Outcome(Status.valueOf(in.text()), in.optional(FailureCodec::read)));
            case 7 -> new DynamicallyRegistered(readNode(in));
            case 8 -> new EntryReported(in.text(), LocalDateTime.parse(in.text()), in.map());
            case 9 -> new Output(Stream.valueOf(in.text()), in.bytes());
            case 10 -> new EngineFailed(FailureCodec.read(in));
            case 11 -> new Ended();
            case 12 -> new ShuttingDown();
            case 13 -> new Exited((int) in.number());
            case 14 -> new Connected(in.number(), in.text(), in.text());
            case 15 -> new FileContent(in.text(), in.flag(), in.bytes());
            case 16 -> new FilePublished(in.text(), in.text(), in.flag(), in.optional(WireInput::text));
            case 17 -> new Text(Stream.valueOf(in.text()), in.text());
            case 18 -> new Failing(in.text());
            case 19 -> new Examined(in.text(), readFinding(in), readFinding(in), in.list(ForkEventCodec::readUsage));
            case 20 -> new TestTimed(in.text(), in.number());
            case 21 -> new ForkTimed(in.number(), in.number(), in.number(), in.number());
            case 22 -> new Asking();
            default -> throw new IllegalArgumentException("unknown event " + tag);
        };
    }

    private static void write(WireOutput out, Examined examined) {
        out.text(examined.uniqueId());
        write(out, examined.mountInfo());
        write(out, examined.processStatus());
        out.list(examined.mounts(), ForkEventCodec::write);
    }

    private static void write(WireOutput out, Finding finding) {
        out.text(finding.text()).text(finding.problem());
    }

    private static Finding readFinding(WireInput in) {
        return new Finding(in.text(), in.text());
    }

    private static void write(WireOutput out, MountUsage usage) {
        out.text(usage.mountPoint())
                .number(usage.size())
                .number(usage.free())
                .number(usage.available())
                .number(usage.inodes())
                .number(usage.freeInodes())
                .text(usage.problem());
    }

    private static MountUsage readUsage(WireInput in) {
        return new MountUsage(in.text(), in.number(), in.number(), in.number(), in.number(), in.number(), in.text());
    }

    private static void write(WireOutput out, NodeDescription node) {
        out.text(node.uniqueId())
                .text(node.parentId())
                .text(node.displayName())
                .text(node.legacyReportingName())
                .text(node.type())
                .bytes(node.source());
    }

    private static NodeDescription readNode(WireInput in) {
        return new NodeDescription(in.text(), in.text(), in.text(), in.text(), in.text(), in.bytes());
    }
}
