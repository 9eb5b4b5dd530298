package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressLine line = new ProgressLine(terminal);

    @Test
    void aTextReplacesTheOneBefore() {
        line.draw("one");
        line.draw("two");

        assertWritten("\r\033[Kone\r\r\033[Ktwo\r");
    }

    @Test
    void whatIsShownIsNotWrittenAgain() {
        line.draw("one");
        line.draw("one");

        assertWritten("\r\033[Kone\r");
    }

    @Test
    void isErasedOnceAndOnlyIfItIsThere() {
        line.erase();
        line.draw("one");
        line.erase();
        line.erase();

        assertWritten("\r\033[Kone\r\r\033[K");
    }

    @Test
    void comesBackAfterWhatWasPrinted() {
        line.draw("one");
        line.erase();
        line.printed(true);
        line.draw("one");

        assertWritten("\r\033[Kone\r\r\033[K\r\033[Kone\r");
    }

    @Test
    void aLineThatOthersHaveBegunIsLeftAlone() {
        line.printed(false);
        line.draw("one");
        line.erase();
        assertWritten("");

        line.printed(true);
        line.draw("one");
        assertWritten("\r\033[Kone\r");
    }

    @Test
    void aTerminalThatIsGoneHurtsNobody() {
        ProgressLine gone = new ProgressLine(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Input/output error");
            }
        });

        assertThatCode(() -> {
                    gone.draw("one");
                    gone.erase();
                })
                .doesNotThrowAnyException();
    }

    private void assertWritten(String expected) {
        assertThat(terminal.toString(US_ASCII)).isEqualTo(expected);
    }
}
