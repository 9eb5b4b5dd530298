package org.isolatedmounts.internal.plan;

import java.util.List;

/**
 * How to start the fork's JVM.
 *
 * @param arguments options, class path and main class; they go into an argument file and may be long
 */
public record JavaCommand(String executable, List<String> arguments, String workingDirectory) {

    public JavaCommand {
        arguments = List.copyOf(arguments);
    }
}
