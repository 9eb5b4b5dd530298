package org.isolatedmounts.it.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A look at {@code /proc}; processes that end meanwhile, or of which nothing may be known, are left out. */
public final class Processes {

    private static final Path PROC = Path.of("/proc");

    private final Map<Long, OneProcess> all;

    private Processes(Map<Long, OneProcess> all) {
        this.all = all;
    }

    /**
     * A process.
     *
     * @param startTime in clock ticks since boot: with the id it names a process for good
     */
    public record OneProcess(long pid, long parent, String state, long startTime) {

        /** The words of the command line; none for a zombie. */
        public List<String> command() {
            String line = read("cmdline");
            return line.isEmpty() ? List.of() : List.of(line.split("\0", -1));
        }

        public boolean isMarked(String nonce) {
            return ("\0" + read("environ")).contains("\0" + HostJvm.MARKER + "=" + nonce + "\0");
        }

        boolean isZombie() {
            return state.equals("Z") || state.equals("X");
        }

        /** The namespaces of all its threads: the leader's alone would hide those of the others. */
        Set<String> mountNamespaces() {
            Set<String> namespaces = new HashSet<>();
            try (DirectoryStream<Path> tasks =
                    Files.newDirectoryStream(directory().resolve("task"))) {
                for (Path task : tasks) {
                    mountNamespace(task).ifPresent(namespaces::add);
                }
            } catch (IOException e) {
                // it has ended
            }
            return namespaces;
        }

        private Path directory() {
            return PROC.resolve(Long.toString(pid));
        }

        private String read(String file) {
            try {
                return new String(Files.readAllBytes(directory().resolve(file)), ISO_8859_1);
            } catch (IOException e) {
                return "";
            }
        }

        public String describe() {
            return "process " + pid + " (parent " + parent + ", state " + state + "): " + String.join(" ", command());
        }
    }

    public static Processes look() throws IOException {
        Map<Long, OneProcess> all = new HashMap<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path directory : directories) {
                parse(directory).ifPresent(process -> all.put(process.pid(), process));
            }
        }
        return new Processes(all);
    }

    private static Optional<OneProcess> parse(Path directory) {
        try {
            String stat = new String(Files.readAllBytes(directory.resolve("stat")), ISO_8859_1);
            // the name may hold anything, blanks and parentheses included
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long pid = Long.parseLong(directory.getFileName().toString());
            return Optional.of(new OneProcess(pid, Long.parseLong(fields[1]), fields[0], Long.parseLong(fields[19])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> mountNamespace(Path task) {
        try {
            return Optional.of(Files.readSymbolicLink(task.resolve("ns/mnt")).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public List<OneProcess> all() {
        return List.copyOf(all.values());
    }

    public Optional<OneProcess> byId(long pid) {
        return Optional.ofNullable(all.get(pid));
    }

    /** All descendants of a process that are still attached to it. */
    public List<OneProcess> descendants(long ancestor) {
        List<OneProcess> found = new ArrayList<>();
        for (OneProcess process : all.values()) {
            if (descendsFrom(process, ancestor)) {
                found.add(process);
            }
        }
        return found;
    }

    private boolean descendsFrom(OneProcess process, long ancestor) {
        OneProcess current = process;
        // bounded: parents may have changed, even to a circle, while we were looking
        for (int generation = 0; generation < 32 && current != null; generation++) {
            if (current.parent() == ancestor) {
                return true;
            }
            current = all.get(current.parent());
        }
        return false;
    }
}
