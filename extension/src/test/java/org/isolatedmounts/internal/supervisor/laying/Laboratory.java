package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.jspecify.annotations.Nullable;

/**
 * A process in namespaces of its own, as the supervisor is one, that lays layouts in forks; as the user who runs the
 * tests and, if that is root, also as an ordinary user.
 *
 * <p>Below {@link #home()} the host side of a test lives. {@link #shared()} has, for the laboratory only, a tmpfs on its
 * subdirectory {@code sub}; {@link #work()} is covered by the work directory.
 */
final class Laboratory implements AutoCloseable {

    /** Nobody's: neither an entry in passwd(5) nor a home directory is needed. */
    private static final int ORDINARY_USER = 12_345;

    private static final String START = """
            mount -t tmpfs tmpfs "$1" && mkdir "$1/proc" && mount -t proc proc "$1/proc" &&
            mount -t tmpfs tmpfs "$2/sub" && echo submount > "$2/sub/file" && shift 2 && exec "$@"
            """;

    private final int user;
    private final Path directory;
    private final Path home;
    private @Nullable Process process;

    private Laboratory(int user) {
        this.user = user;
        try {
            directory = Files.createTempDirectory("laboratory").toRealPath();
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            home = directory("home");
            Files.writeString(directory("work").resolve("below"), "below\n");
            Files.writeString(directory("shared").resolve("own"), "own\n");
            directory("shared/sub");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Laboratory> all() {
        int user = currentUser();
        return user == 0
                ? Stream.of(new Laboratory(0), new Laboratory(ORDINARY_USER))
                : Stream.of(new Laboratory(user));
    }

    private static int currentUser() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRoot() {
        return user == 0;
    }

    /** Whether this is root, and on a machine with loop devices. */
    boolean mountsDisks() {
        return isRoot() && canOpen(Path.of("/dev/loop-control"));
    }

    /** In a container, root may be denied it whatever the permissions say. */
    private static boolean canOpen(Path device) {
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    int user() {
        return user;
    }

    Path home() {
        return home;
    }

    Path work() {
        return directory.resolve("work");
    }

    Path shared() {
        return directory.resolve("shared");
    }

    /** A directory of the host that belongs to the user. */
    Path directory(String name) throws IOException {
        Path made = Files.createDirectories(directory.resolve(name));
        Files.setAttribute(made, "unix:uid", user);
        Files.setAttribute(made, "unix:gid", user == 0 ? 0 : Files.getAttribute(made, "unix:gid"));
        return made;
    }

    Path directoryOfTheTestRunner(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    boolean isOfTheTestRunner() {
        return user == currentUser();
    }

    void clearHome() throws IOException {
        delete(home);
        directory("home");
    }

    Observation lay(String script, MountPlan... mounts) throws IOException {
        return lay(List.of(), script, mounts);
    }

    Observation lay(List<KeptPath> keptPaths, String script, MountPlan... mounts) throws IOException {
        return lay(keptPaths, script, new LayoutPlan(List.of(mounts)));
    }

    Observation lay(List<KeptPath> keptPaths, String script, LayoutPlan layout) throws IOException {
        Process running = running();
        try {
            DataOutputStream out = new DataOutputStream(running.getOutputStream());
            out.write(1);
            new Scenario(layout, keptPaths, home.toString(), script).write(out);
            return Observation.read(new DataInputStream(running.getInputStream()));
        } catch (IOException e) {
            throw new IOException("the laboratory is broken: " + Files.readString(directory.resolve("err")), e);
        }
    }

    private Process running() throws IOException {
        if (process == null) {
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectError(directory.resolve("err").toFile());
            builder.environment().put("LC_ALL", "C");
            process = builder.start();
        }
        return process;
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        if (user != currentUser()) {
            String id = Integer.toString(user);
            command.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--"));
        }
        command.add("unshare");
        if (user != 0) {
            command.addAll(List.of("--user", "--map-current-user", "--keep-caps"));
        }
        command.addAll(List.of("--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"));
        command.addAll(List.of("--mount-proc", "--", "sh", "-e", "-c", START, "sh"));
        command.addAll(List.of(work().toString(), shared().toString()));
        command.add(System.getProperty("java.home") + "/bin/java");
        // whatever a JVM says of itself must not get between the answers
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+DisplayVMOutputToStderr"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Djnr.ffi.x86asm.enabled=false"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", copyOfClassPath()));
        command.addAll(List.of(LaboratoryMain.class.getName(), work().toString()));
        return command;
    }

    /** The ordinary user may not be allowed to read the original. */
    private String copyOfClassPath() throws IOException {
        List<String> copies = new ArrayList<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path original = Path.of(entry);
            boolean needed = Files.isDirectory(original) || entry.matches(".*/(jnr-|jffi|asm)[^/]*\\.jar");
            if (needed && Files.exists(original)) {
                Path copy = directory.resolve("classpath" + copies.size() + "-" + original.getFileName());
                copyTree(original, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copyTree(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }

    /** By rm(1), as names that the test made may be none that the JVM can write in its locale. */
    private static void delete(Path tree) throws IOException {
        new ProcessBuilder("rm", "-rf", "--", tree.toString())
                .inheritIO()
                .start()
                .onExit()
                .join();
        assertThat(tree).doesNotExist();
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.getOutputStream().close();
            Objects.requireNonNull(process).onExit().join();
        }
        delete(directory);
    }

    @Override
    public String toString() {
        return isRoot() ? "as root" : "as an ordinary user";
    }
}
