package org.isolatedmounts.it.fidelity.cases;

import java.util.stream.IntStream;

final class ExternalSource {

    private ExternalSource() {}

    static IntStream numbers() {
        return IntStream.range(0, 2);
    }
}
