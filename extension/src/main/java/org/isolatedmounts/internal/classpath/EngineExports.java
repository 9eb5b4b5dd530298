package org.isolatedmounts.internal.classpath;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As a named module, which is rare, Jupiter's engine hides from us what the mirror nodes are handed by it. */
final class EngineExports {

    private static final String ENGINE = "org.junit.jupiter.engine";

    private EngineExports() {}

    static Optional<String> problem() {
        Module ours = EngineExports.class.getModule();
        ModuleLayer layer = Optional.ofNullable(ours.getLayer()).orElse(ModuleLayer.boot());
        String options = layer.findModule(ENGINE).stream()
                .flatMap(engine -> Stream.of(ENGINE, ENGINE + ".descriptor", ENGINE + ".execution")
                        .filter(hidden -> !engine.isExported(hidden, ours)))
                .map(hidden -> "--add-exports " + ENGINE + "/" + hidden + "=" + name(ours))
                .collect(Collectors.joining(" "));
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "isolated-mounts finds the module " + ENGINE + " on the module path, which exports nothing to"
                                + " it. Fix: leave the tests on the class path (with Surefire"
                                + " <useModulePath>false</useModulePath>), or start the JVM with (with Surefire in <argLine>) "
                                + options);
    }

    private static String name(Module module) {
        return module.isNamed() ? module.getName() : "ALL-UNNAMED";
    }
}
