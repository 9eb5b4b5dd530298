package org.isolatedmounts.internal.launch.jvm;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.internal.classpath.JavaHome;
import org.isolatedmounts.internal.launch.session.ForkFailedException;
import org.isolatedmounts.internal.plan.JavaCommand;
import org.isolatedmounts.internal.plan.KeptPath;

/** How to start a JVM that sees the world as the host JVM does. */
public final class ForkCommandLine {

    private static final String MAIN = "org.isolatedmounts.internal.fork.ForkMain";

    /** What every JVM finds out for itself; if it was given as an option, it is passed on as that option. */
    private static final Pattern JVM_PROPERTIES = Pattern.compile(String.join(
            "|",
            "java\\.(home|library\\.path|class\\.(path|version)|(vm|vendor|version|runtime|specification)(\\..*)?)",
            "jdk\\.(debug|module\\..*)",
            "(sun|os)\\..*",
            "user\\.(name|home|dir)",
            "(file|path|line)\\.separator",
            "(file|native|stdin|stdout|stderr)\\.encoding"));

    private ForkCommandLine() {}

    /**
     * The command of a fork.
     *
     * @throws ForkFailedException if no JVM could enter the working directory
     */
    public static JavaCommand build(List<String> jvmOptions, List<Path> classPath) {
        OptionVariables variables = OptionVariables.of(System.getenv(), jvmOptions);
        List<String> arguments = new ArrayList<>(variables.remaining());
        arguments.add("-cp");
        arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(MAIN);
        String workingDirectory = entered(Path.of("").toAbsolutePath()).toString();
        return new JavaCommand(JavaHome.executable(), arguments, workingDirectory, variables.kept());
    }

    /** One that was deleted is made anew in the fork; one that may not be searched can only be kept, not entered again. */
    static Path entered(Path workingDirectory) {
        if (!Files.notExists(workingDirectory) && !Files.isExecutable(workingDirectory)) {
            throw new ForkFailedException(
                    "@IsolatedMounts: the JVM of a test cannot enter the working directory of this JVM, "
                            + workingDirectory + ", as the user " + System.getProperty("user.name")
                            + " may not search it (EACCES). Fix: start this JVM in another directory, or grant search permission"
                            + " on this one and those above it.");
        }
        return workingDirectory;
    }

    /** What the JVM goes on using while the test runs, and when it exits. */
    public static List<KeptPath> keptPaths(List<String> jvmOptions, List<Path> classPath) {
        Stream<KeptPath> read = Stream.of(classPath.stream(), ModulePath.of(jvmOptions), JavaHome.parts())
                .flatMap(paths -> paths)
                .map(path -> KeptPath.read(path.toString()));
        return Stream.concat(read, AgentFiles.of(jvmOptions)).toList();
    }

    public static Map<String, String> systemProperties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            String value = System.getProperty(name);
            if (value != null && !JVM_PROPERTIES.matcher(name).matches()) {
                properties.put(name, value);
            }
        }
        return properties;
    }
}
