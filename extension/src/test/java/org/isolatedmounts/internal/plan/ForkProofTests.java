package org.isolatedmounts.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkProofTests {

    @Test
    void holdsInTheVeryNamespace() throws IOException {
        String current = ForkProof.currentMountNamespace();

        assertThat(current).matches("mnt:\\[[1-9]\\d*]");
        assertThat(ForkProof.holds(current)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "mnt:[1]", "mnt:["})
    void holdsNowhereElse(String namespace) {
        assertThat(ForkProof.holds(namespace)).isFalse();
    }
}
