package org.isolatedmounts.assertj;

import static org.assertj.core.api.Assertions.allOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.not;
import static org.isolatedmounts.assertj.Examples.TABLE_OF_EXAMPLES;
import static org.isolatedmounts.assertj.MountAssertions.assertThat;
import static org.isolatedmounts.assertj.MountConditions.mountPoint;
import static org.isolatedmounts.assertj.MountConditions.readOnly;
import static org.isolatedmounts.assertj.MountConditions.shared;
import static org.isolatedmounts.assertj.MountConditions.type;

import org.junit.jupiter.api.Test;

/** The conditions, in the places where AssertJ takes one. That they pass and fail is in their Javadoc. */
class MountConditionsTests {

    @Test
    void filterLists() {
        assertThat(TABLE_OF_EXAMPLES.mounts())
                .filteredOn(type("tmpfs"))
                .hasSize(5)
                .haveExactly(1, mountPoint("/data"))
                .areNot(shared());
    }

    @Test
    void canBeCombined() {
        assertThat(TABLE_OF_EXAMPLES).mountAt("/data").is(allOf(type("tmpfs"), not(readOnly())));
    }

    @Test
    void readWellInMessages() {
        assertThatThrownBy(() -> assertThat(TABLE_OF_EXAMPLES).mountAt("/data").has(type("50%n")))
                .hasMessage("""

                        Expecting actual:
                          /data  tmpfs  tmpfs  rw,noexec  private
                        to have type "50%n\"""");
    }
}
