package org.isolatedmounts.internal.launch.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.internal.wire.Window;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private static final int PIECE = Window.BYTES / 16;

    private final Backlog backlog = new Backlog();

    @Test
    void isFullWhenTheWindowIsUsedUp() {
        tell(15);
        assertThat(backlog.isFull()).isFalse();

        tell(1);

        assertThat(backlog.isFull()).isTrue();
    }

    @Test
    void whatIsTakenIsAcknowledgedInGoodParts() {
        tell(16);

        assertThat(backlog.took(PIECE)).isZero();
        assertThat(backlog.isFull()).isTrue();
        assertThat(backlog.took(PIECE)).isZero();
        assertThat(backlog.took(PIECE)).isZero();
        assertThat(backlog.took(PIECE)).isEqualTo(4 * PIECE);
        assertThat(backlog.isFull()).isFalse();
    }

    @Test
    void whatWasGrantedIsNotAcknowledgedTwice() {
        tell(16);
        assertThat(backlog.took(PIECE)).isZero();
        assertThat(backlog.grant()).isEqualTo(16 * PIECE);
        assertThat(backlog.isFull()).isFalse();
        tell(16);
        assertThat(backlog.isFull()).isTrue();

        long acknowledged = 0;
        for (int i = 0; i < 31; i++) {
            acknowledged += backlog.took(PIECE);
        }

        assertThat(acknowledged).isEqualTo(16 * PIECE);
    }

    @Test
    void isTooMuchWhenWhatIsKeptGrowsForAllThat() {
        while (!backlog.isTooMuch()) {
            tell(16);
            backlog.grant();
        }

        assertThat(backlog.took(PIECE)).isZero();
        assertThat(backlog.isTooMuch()).isFalse();
    }

    private void tell(int pieces) {
        for (int i = 0; i < pieces; i++) {
            backlog.told(PIECE);
        }
    }
}
