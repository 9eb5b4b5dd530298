package org.isolatedmounts.it.extensions;

import org.assertj.core.api.BDDSoftAssertions;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@IsolatedMounts
@ExtendWith(SoftAssertionsExtension.class)
class SoftAssertionsTestCase {

    @InjectSoftAssertions
    BDDSoftAssertions softly;

    @Test
    void holds(SoftAssertions injected) {
        injected.assertThat(1).isEqualTo(1);
        softly.then("a").startsWith("a");
    }

    @Test
    void failsTwice(SoftAssertions injected) {
        injected.assertThat(1).as("number").isEqualTo(2);
        injected.assertThat("a").as("text").isEqualTo("b");
    }

    @Test
    void failsInTheField() {
        softly.then(true).isFalse();
    }
}
