package org.isolatedmounts.it.fidelity.cases;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasProperty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
public class HamcrestTestCase {

    @Test
    void matches() {
        assertThat(1, is(1));
    }

    @Test
    void list() {
        assertThat("the list", List.of("a", "b"), contains("a", "c"));
    }

    @Test
    void property() {
        assertThat(new Thread("named"), hasProperty("name", equalTo("other")));
    }
}
