package org.isolatedmounts.internal.discovery.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueIdsTests {

    @ParameterizedTest
    @CsvSource({
        "[e:j]/[class:A], [e:j], true, true",
        "[e:j]/[class:A]/[method:b()], [e:j], true, true",
        "[e:j], [e:j], false, true",
        "[e:j], [e:j]/[class:A], false, false",
        "[e:j]/[class:AB], [e:j]/[class:A], false, false",
        "[e:j]/[class:B], [e:j]/[class:A], false, false",
    })
    void comparesWholeSegments(String id, String ancestor, boolean below, boolean atOrBelow) {
        assertThat(UniqueIds.isBelow(id, ancestor)).isEqualTo(below);
        assertThat(UniqueIds.isAtOrBelow(id, ancestor)).isEqualTo(atOrBelow);
    }
}
