package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/isolated-mounts-it")
class OneRefusedTestCase {

    @Test
    @TmpfsMount(at = "relative")
    void refused() {
        throw new AssertionError("the body of a refused test was run");
    }

    @Test
    void sibling() {
        assertThat(Path.of("/isolated-mounts-it")).isEmptyDirectory();
    }
}
