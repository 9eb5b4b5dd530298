package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.plan.KeptPath;
import org.junit.jupiter.api.Test;

class KeptPathsTests extends LaboratoryTestCase {

    KeptPathsTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void stayWhateverHidesALinkOnTheWay() throws IOException {
        directory("real");
        file("real/file", "text\n");
        directory("alternatives");
        Files.createSymbolicLink(home.resolve("alternatives/second"), home.resolve("real"));
        Files.createSymbolicLink(home.resolve("first"), home.resolve("alternatives/second"));
        List<KeptPath> kept = List.of(KeptPath.read(home.resolve("first/file").toString()));

        for (Path hidden : List.of(home.resolve("alternatives"), home.resolve("real"), home.resolve("first"))) {
            assertThat(laidKeeping(kept, "cat first/file", tmpfs(hidden)).output())
                    .as(hidden.toString())
                    .isEqualTo("text\n");
        }
        assertThat(laidKeeping(
                                kept,
                                "cat first/file; ls alternatives",
                                tmpfs(home.resolve("alternatives")),
                                tmpfs(home.resolve("alternatives/second")),
                                tmpfs(home.resolve("real")))
                        .output())
                .isEqualTo("text\nsecond\n");
    }
}
