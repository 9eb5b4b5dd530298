package org.isolatedmounts.it.layout;

import java.io.IOException;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class ForeignNamesTestCase {

    static final String FOREIGN = "/isolated-mounts-it/Größe 大小 😀";

    @Test
    @TmpfsMount(at = FOREIGN)
    void anyLanguage() throws IOException {
        NamesTestCase.assertIsTmpfs(FOREIGN);
    }
}
