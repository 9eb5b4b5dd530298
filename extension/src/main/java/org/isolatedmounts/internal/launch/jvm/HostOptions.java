package org.isolatedmounts.internal.launch.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.launch.session.ForkFailedException;

/** The JVM options of this JVM. */
final class HostOptions {

    private HostOptions() {}

    /** With argument files, JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS expanded. */
    static List<String> get() {
        return ModuleLayer.boot().findModule("java.management").isPresent() ? OfManagement.get() : ofProcess();
    }

    /** What a runtime made by jlink may not have, so nothing else may refer to it. */
    private static final class OfManagement {

        static List<String> get() {
            return ManagementFactory.getRuntimeMXBean().getInputArguments();
        }
    }

    private static List<String> ofProcess() {
        try {
            String words = Files.readString(Path.of("/proc/self/cmdline"), charset());
            return new CommandLineOptions(System.getenv(), file -> Files.readString(file, charset()))
                    .of(List.of(words.split("\0", -1)));
        } catch (IOException e) {
            throw new ForkFailedException(
                    "@IsolatedMounts: the JVM options of this JVM, which a fork gets too, cannot be"
                            + " read: " + e
                            + ". Fix: run the tests with a runtime that has the module java.management (jlink"
                            + " --add-modules java.management).");
        }
    }

    /** That of the launcher, which has made strings of the same bytes. */
    private static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding");
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
