package org.isolatedmounts.internal.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.linux.LinuxSystemCalls;
import org.isolatedmounts.internal.plan.JavaCommand;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.SupervisorCommand.StartFork;
import org.isolatedmounts.internal.plan.task.ForkTask;
import org.isolatedmounts.internal.plan.task.TestRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkFilesTests {

    private static final List<String> HOSTILE = List.of(
            "plain",
            "",
            " ",
            "two words",
            "tab\tand\fform feed",
            "\"quoted\"",
            "it's",
            "'",
            "\"",
            "back\\slash",
            "\\",
            "\\\\",
            "ends with \\",
            "\\n is no line feed",
            "line\nfeed",
            "\r\n",
            "# no comment",
            "#",
            "a#b",
            "@no-file",
            "-Dx=y",
            "$HOME ${HOME} `id` %PATH% *",
            "äöü ß é",
            "日本",
            "😀",
            "x".repeat(10_000));

    @TempDir
    private Path temporary;

    /** In a JVM with a locale of its own, as JDK 17 cannot pass on what the locale has no characters for. */
    @Test
    void aJvmReadsItsArgumentsAsTheyWere() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Djnr.ffi.x86asm.enabled=false",
                "-cp",
                classPath(),
                WriteMain.class.getName(),
                temporary.toString(),
                classPath()));
        HOSTILE.stream().map(ForkFilesTests::hex).forEach(command::add);
        Path errors = temporary.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");

        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();

        assertThat(process.waitFor()).as(() -> read(errors)).isZero();
        assertThat(lines)
                .containsExactlyElementsOf(
                        HOSTILE.stream().map(ForkFilesTests::hex).toList());
    }

    @Test
    void thePipeEndsOnceAllItsWritersHaveClosedIt() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary);
        try (ForkFiles files = ForkFiles.create(new LinuxSystemCalls(), work, request(List.of("a")))) {
            try (OutputStream fork = new FileOutputStream(eventPipe(files).toFile())) {
                files.closeWriter();
                fork.write(42);
                assertThat(files.reader().read()).isEqualTo(42);
            }

            assertThat(files.reader().read()).isEqualTo(-1);
        }
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary);
        try (ForkFiles files = ForkFiles.create(new LinuxSystemCalls(), work, request(List.of("a")))) {
            assertThat(Files.getPosixFilePermissions(eventPipe(files)))
                    .containsExactlyInAnyOrderElementsOf(PosixFilePermissions.fromString("rw-------"));
            assertThat(argumentFile(files)).hasContent("\"a\"");
        }
    }

    @Test
    void nothingIsLeft() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary);

        ForkFiles.create(new LinuxSystemCalls(), work, request(List.of())).close();

        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aForkIdIsUsedOnce() throws IOException {
        WorkDirectory work = new WorkDirectory(temporary);
        try (ForkFiles files = ForkFiles.create(new LinuxSystemCalls(), work, request(List.of()))) {
            assertThatExceptionOfType(FileAlreadyExistsException.class)
                    .isThrownBy(() -> ForkFiles.create(new LinuxSystemCalls(), work, request(List.of())));
            assertThat(eventPipe(files)).exists();
        }
    }

    static StartFork request(List<String> arguments) {
        return new StartFork(
                7,
                new JavaCommand("java", arguments, "/", Map.of()),
                new LayoutPlan(List.of()),
                List.of(),
                new TestRun(new ForkTask.Tests(List.of()), Map.of(), Map.of()));
    }

    private static Path eventPipe(ForkFiles files) {
        return ForkFiles.eventPipe(files.directory());
    }

    private static Path argumentFile(ForkFiles files) {
        return ForkFiles.argumentFile(files.directory());
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What every locale prints and reads; with a letter, so that no text is empty. */
    static String hex(String text) {
        StringBuilder hex = new StringBuilder("x");
        text.chars().forEach(character -> hex.append("%04x".formatted(character)));
        return hex.toString();
    }

    static String unhex(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < hex.length(); i += 4) {
            text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        }
        return text.toString();
    }

    /** Writes its last arguments to an argument file and starts a JVM with it. */
    static final class WriteMain {

        private WriteMain() {}

        public static void main(String[] args) throws Exception {
            List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp", args[1]));
            arguments.add(PrintMain.class.getName());
            List.of(args).subList(2, args.length).forEach(hex -> arguments.add(unhex(hex)));
            WorkDirectory work = new WorkDirectory(Path.of(args[0]));
            try (ForkFiles files = ForkFiles.create(new LinuxSystemCalls(), work, request(arguments))) {
                String java = System.getProperty("java.home") + "/bin/java";
                Process process = new ProcessBuilder(java, "@" + argumentFile(files))
                        .inheritIO()
                        .start();
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("exit status " + process.exitValue());
                }
            }
        }
    }

    static final class PrintMain {

        private PrintMain() {}

        public static void main(String[] args) {
            List.of(args).forEach(argument -> System.out.println(hex(argument)));
        }
    }
}
