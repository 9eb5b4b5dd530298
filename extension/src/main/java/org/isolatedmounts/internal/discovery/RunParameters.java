package org.isolatedmounts.internal.discovery;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.engine.descriptor.JupiterEngineDescriptor;
import org.junit.platform.engine.ConfigurationParameters;

/** The configuration parameters of the tests of one engine: the run's, or a suite's. */
final class RunParameters {

    private final Function<String, Optional<String>> lookup;
    private final Set<String> names;

    private RunParameters(Function<String, Optional<String>> lookup, Set<String> names) {
        this.lookup = lookup;
        this.names = names;
    }

    static RunParameters of(ConfigurationParameters parameters) {
        return new RunParameters(parameters::get, parameters.keySet());
    }

    /** Those of the run as the suites around an engine change them. */
    RunParameters within(JupiterEngineDescriptor engine) {
        Set<String> all =
                Stream.concat(names.stream(), SuiteParameters.names(engine)).collect(Collectors.toSet());
        return new RunParameters(engine.getConfiguration()::getRawConfigurationParameter, all);
    }

    Optional<String> get(String name) {
        return lookup.apply(name);
    }

    Set<String> names() {
        return names;
    }

    Map<String, String> asMap() {
        return names.stream()
                .flatMap(name -> get(name).map(value -> Map.entry(name, value)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
