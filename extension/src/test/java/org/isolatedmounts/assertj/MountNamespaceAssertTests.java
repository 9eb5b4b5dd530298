package org.isolatedmounts.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.isolatedmounts.assertj.MountAssertions.assertThat;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isolatedmounts.namespace.MountNamespace;
import org.isolatedmounts.namespace.NamespaceId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the assertions on namespaces say when they fail. That they pass and fail is in their Javadoc. */
class MountNamespaceAssertTests {

    private static final long OWN_PID = ProcessHandle.current().pid();

    private static MountNamespace current;
    private static MountNamespace created;

    @BeforeAll
    static void open() throws IOException {
        current = MountNamespace.current();
        created = MountNamespace.create();
    }

    @AfterAll
    static void close() throws IOException {
        try (MountNamespace first = current;
                MountNamespace second = created) {
            assertThat(first).isNotEqualTo(second);
        }
    }

    private static AssertionError failure(ThrowingCallable assertion) {
        AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
        assertThat(error).isNotNull();
        return error;
    }

    @Test
    void tellsWhichNamespaceIsTheCurrentOne() {
        assertThat(failure(() -> assertThat(created).isCurrent()))
                .hasMessage(
                        "\nExpecting %s to be the mount namespace of this thread, but that is %s", created, current);
        assertThat(failure(() -> assertThat(current).isNotCurrent()))
                .hasMessage("\nExpecting %s not to be the mount namespace of this thread, but it is", current);
    }

    @Test
    void tellsWhoLivesThere() throws IOException {
        String holder = created.members().threads().get(0).toString();

        assertThat(failure(() -> assertThat(created).hasProcess(OWN_PID)))
                .hasMessageStartingWith(
                        "\nExpecting process %d to live in %s, but there live these threads:\n%s",
                        OWN_PID, created, holder);
        assertThat(failure(() -> assertThat(created).hasNoProcesses()))
                .hasMessageStartingWith(
                        "\nExpecting nobody to live in %s, but there live these threads:\n%s", created, holder);
        assertThat(failure(() -> assertThat(current).doesNotHaveProcess(OWN_PID)))
                .hasMessageStartingWith(
                        "\nExpecting process %d not to live in %s, but there live these threads:\n", OWN_PID, current)
                .message()
                .satisfies(it -> assertThat(it.lines()).hasSizeLessThan(25));
    }

    @Test
    void tellsThatNobodyLivesThere() throws IOException {
        MountNamespace abandoned;
        try (MountNamespace lived = MountNamespace.create()) {
            abandoned =
                    MountNamespace.ofProcess(lived.members().threads().get(0).pid());
        }
        try (abandoned) {
            assertThat(failure(() -> assertThat(abandoned).hasProcess(OWN_PID)))
                    .hasMessage(
                            "\nExpecting process %d to live in %s, but there lives nobody that may be looked at",
                            OWN_PID, abandoned);
            assertThat(abandoned).mountTable().hasMountAt("/");
        }
    }

    @Test
    void tellsTheOwner() throws IOException {
        assertThat(failure(() -> assertThat(created).isOwnedBy(new NamespaceId("user", 4, 1))))
                .hasMessage("\nExpecting %s to be owned by user:[1], but its owner is %s", created, created.owner());
    }

    @Test
    void descriptionsGoAlongToTheMounts() {
        assertThat(failure(() ->
                        assertThat(created).as("copy").mountTable().mountAt("/").isShared()))
                .hasMessageStartingWith("[copy] \nExpecting the mount at \"/\" to be shared, but it is private:\n/");
    }

    @Test
    void softAssertionsCollectFailuresOnTheWayToTheMounts() {
        MountSoftAssertions softly = new MountSoftAssertions();

        softly.assertThat(created)
                .isCurrent()
                .mountTable()
                .hasMountAt("/nowhere")
                .mountAt("/")
                .isShared();
        softly.assertThat((MountNamespace) null).mountTable().mountAt("/").isShared();

        assertThat(softly.errorsCollected())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        it -> assertThat(it).contains("to be the mount namespace of this thread"),
                        it -> assertThat(it).contains("Expecting a mount at \"/nowhere\""),
                        it -> assertThat(it).contains("to be shared, but it is private"),
                        it -> assertThat(it).contains("Expecting actual not to be null"));
    }

    @Test
    void closedHandlesAreRefused() throws IOException {
        MountNamespace closed = MountNamespace.current();
        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> assertThat(closed).hasProcess(OWN_PID));
    }
}
