package org.isolatedmounts.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.assertj.Examples.TABLE_OF_EXAMPLES;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Failures are collected on the way along the mounts, too. */
class MountSoftAssertionsTests {

    private final MountSoftAssertions softly = new MountSoftAssertions();

    private void hasCollected(String... beginnings) {
        assertThat(softly.errorsCollected()).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(softly.errorsCollected().get(i)).hasMessageStartingWith(beginnings[i]);
        }
    }

    @Test
    void collectFailuresOfTablesAndOfTheMountsBehindThem() {
        softly.assertThat(TABLE_OF_EXAMPLES)
                .as("table")
                .hasMountAt("/nowhere")
                .hasNoMountAt("/data")
                .mountAt("/data")
                .isReadOnly()
                .hasType("tmpfs")
                .isShared();
        softly.assertThat(1 + 1).isEqualTo(3);

        hasCollected(
                "[table] \nExpecting a mount at \"/nowhere\"",
                "[table] \nExpecting no mount at \"/data\"",
                "[table] \nExpecting the mount at \"/data\" to be read-only, but it is read-write:\n/  ",
                "[table] \nExpecting the mount at \"/data\" to be shared",
                "\nexpected: 3");
    }

    @Test
    void aMountThatIsNotThereIsReportedOnce() {
        softly.assertThat(TABLE_OF_EXAMPLES).mountAt("/nowhere").isReadOnly().isShared();
        softly.assertThat((MountTable) null).mountOf("/data").isReadOnly();

        hasCollected("\nExpecting a mount at \"/nowhere\"", "\nExpecting actual not to be null");
    }

    @Test
    void collectFailuresOfMounts() {
        softly.assertThat(TABLE_OF_EXAMPLES.at("/data").orElseThrow())
                .isReadOnly()
                .isShared();
        softly.assertThat((MountEntry) null).isReadOnly();

        hasCollected(
                "\nExpecting the mount at \"/data\" to be read-only",
                "\nExpecting the mount at \"/data\" to be shared",
                "\nExpecting actual not to be null");
    }

    @Test
    void areInjectedByAssertJ() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(InjectedTestCase.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        2,
                        finishedWithFailure(message(text -> text.contains("Expecting a mount at \"/nowhere\"")
                                && text.contains("Expecting the mount at \"/data\" to be read-only"))));
    }

    @ExtendWith(SoftAssertionsExtension.class)
    static class InjectedTestCase {

        @InjectSoftAssertions
        MountSoftAssertions field;

        @Test
        void asField() {
            field.assertThat(TABLE_OF_EXAMPLES)
                    .hasMountAt("/nowhere")
                    .mountAt("/data")
                    .isReadOnly();
        }

        @Test
        void asParameter(MountSoftAssertions parameter) {
            parameter
                    .assertThat(TABLE_OF_EXAMPLES)
                    .hasMountAt("/nowhere")
                    .mountAt("/data")
                    .isReadOnly();
        }
    }
}
