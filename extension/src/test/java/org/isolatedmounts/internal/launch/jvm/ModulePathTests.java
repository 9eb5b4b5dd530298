package org.isolatedmounts.internal.launch.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulePathTests {

    @Test
    void namesAllPlacesOfModules() {
        assertThat(ModulePath.of(List.of(
                        "--module-path=/a.jar:/b c:",
                        "--upgrade-module-path=/d",
                        "--patch-module=some.module=/tests:relative",
                        "--add-modules=ALL-MODULE-PATH",
                        "--add-opens=some.module/p=ALL-UNNAMED",
                        "-Dx=--module-path=/e")))
                .containsExactly(
                        Path.of("/a.jar"),
                        Path.of("/b c"),
                        Path.of("/d"),
                        Path.of("/tests"),
                        Path.of("relative").toAbsolutePath());
    }
}
