package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@IsolatedMounts
@ExtendWith(NumberResolver.class)
public class InjectionTestCase {

    @TempDir
    static Path shared;

    @TempDir
    Path field;

    private final int number;

    InjectionTestCase(int number) {
        this.number = number;
    }

    @Test
    void tempDirs(@TempDir Path parameter) throws Exception {
        Files.writeString(parameter.resolve("file"), "content");
        assertThat(field).isEmptyDirectory().isNotEqualTo(parameter);
        assertThat(shared).isDirectory();
    }

    @Test
    @Tag("numbered")
    void parameters(int first, TestInfo info) {
        assertThat(first).isEqualTo(number).isEqualTo(NumberResolver.NUMBER);
        assertThat(info.getTags()).containsExactly("numbered");
        assertThat(info.getDisplayName()).isEqualTo("parameters(int, TestInfo)");
    }

    @Test
    void unresolvable(String nobodyResolvesThis) {
        throw new AssertionError(nobodyResolvesThis);
    }
}
