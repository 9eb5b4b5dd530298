package org.isolatedmounts.internal.launch.jvm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.KeptPath;

/**
 * The files of the agents in the options of a JVM: the agents themselves, and those that their own options name, such as
 * the data file of a coverage tool. An agent writes when the JVM exits, whatever has been mounted over its file by then.
 */
final class AgentFiles {

    private static final Pattern AGENT = Pattern.compile("-(?:javaagent|agentpath):([^=]+)(?:=(.*))?", Pattern.DOTALL);

    /** Between one option of an agent and the next; a path may have commas too. */
    private static final Pattern BETWEEN_OPTIONS = Pattern.compile("[,;](?=[\\w.-]+=)");

    private static final Pattern KEY = Pattern.compile("^[\\w.-]+=");

    private AgentFiles() {}

    static Stream<KeptPath> of(List<String> jvmOptions) {
        return jvmOptions.stream().map(AGENT::matcher).filter(Matcher::matches).flatMap(AgentFiles::of);
    }

    private static Stream<KeptPath> of(Matcher agent) {
        Stream<KeptPath> itself = Stream.of(KeptPath.read(absolute(agent.group(1))));
        Stream<KeptPath> named = Stream.ofNullable(agent.group(2))
                .flatMap(BETWEEN_OPTIONS::splitAsStream)
                .map(option -> KEY.matcher(option).replaceFirst(""))
                .filter(value -> Files.isRegularFile(Path.of(value)))
                .map(value -> KeptPath.written(absolute(value)));
        return Stream.concat(itself, named);
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }
}
