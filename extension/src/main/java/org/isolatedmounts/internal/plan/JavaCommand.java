package org.isolatedmounts.internal.plan;

import java.util.List;
import java.util.Map;

/**
 * How to start the fork's JVM.
 *
 * @param arguments options, class path and main class; they go into an argument file and may be long
 * @param optionVariables of the environment, from which the JVM takes more options
 */
public record JavaCommand(
        String executable, List<String> arguments, String workingDirectory, Map<String, String> optionVariables) {

    public JavaCommand {
        arguments = List.copyOf(arguments);
        optionVariables = Map.copyOf(optionVariables);
    }
}
