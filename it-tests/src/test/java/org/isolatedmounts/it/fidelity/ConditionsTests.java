package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.it.fidelity.cases.ConditionsOnMountsTestCase;
import org.junit.jupiter.api.Test;

class ConditionsTests {

    @Test
    void areEvaluatedUnderTheMountsOfTheTest() {
        assertThat(Path.of(ConditionsOnMountsTestCase.DIRECTORY)).doesNotExist();
        Launch launch = Launch.of(ConditionsOnMountsTestCase.class);

        for (Recording recording : List.of(launch.isolated(), launch.isolatedByClass())) {
            assertThat(recording.summary()).as(recording.toString()).isEqualTo("3 ok, 0 failed, 0 aborted, 1 skipped");
            assertThat(recording.end("disabledByMounts")).startsWith("skipped");
        }
    }
}
