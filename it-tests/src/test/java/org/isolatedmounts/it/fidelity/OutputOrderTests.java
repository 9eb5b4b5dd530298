package org.isolatedmounts.it.fidelity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.isolatedmounts.it.fidelity.cases.CapturedTestCase;
import org.isolatedmounts.it.fidelity.cases.ClosedStreamsTestCase;
import org.isolatedmounts.it.fidelity.cases.EncodingsTestCase;
import org.isolatedmounts.it.fidelity.cases.InterleavedTestCase;
import org.isolatedmounts.it.fidelity.cases.LateOutputTestCase;
import org.isolatedmounts.it.fidelity.cases.NativeOrderTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed when, in which test, and in which bytes. */
class OutputOrderTests {

    @Test
    void theStreamsOfATestKeepTheirOrder() {
        Launch launch = Launch.of(InterleavedTestCase.class);
        Recording plain = launch.plain();

        assertThat(plain.story()).hasSizeGreaterThan(400);
        assertTellsTheSameInBothModes(launch, plain);
    }

    @Test
    void aThreadThatOutlivesItsTestPrintsDuringTheNext() {
        Launch launch = Launch.of(LateOutputTestCase.class);
        Recording plain = launch.plain();

        assertThat(plain.story()).hasSize(6);
        assertThat(launch.perClass().isolated().story()).isEqualTo(plain.story());
    }

    @Test
    void whatIsWrittenPastTheStreamsKeepsItsPlace() {
        Launch launch = Launch.of(NativeOrderTestCase.class);
        Recording plain = launch.plain();

        assertThat(plain.story()).hasSize(4 * 19);
        assertThat(launch.perClass().isolated().story()).isEqualTo(plain.story());
    }

    @Test
    @Tag("full")
    void whatIsWrittenPastTheStreamsKeepsItsPlaceInForksOfTheirOwn() {
        Launch launch = Launch.of(NativeOrderTestCase.class);

        assertThat(launch.isolated().story()).isEqualTo(launch.plain().story());
    }

    @Test
    void aTestMayCloseTheStreamsOfItsProcess() {
        Launch launch = Launch.of(ClosedStreamsTestCase.class);
        Recording plain = launch.plain();

        assertThat(plain.story()).hasSize(6);
        assertTellsTheSameInBothModes(launch, plain);
    }

    @ParameterizedTest
    @ValueSource(strings = "ISO-8859-1")
    void charactersHaveTheEncodingOfTheHostAndBytesHaveNone(String encoding) {
        assertPrintsTheSameIn(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "US-ASCII"})
    @Tag("full")
    void charactersHaveWhateverEncodingTheHostHas(String encoding) {
        assertPrintsTheSameIn(encoding);
    }

    private static void assertPrintsTheSameIn(String encoding) {
        Launch launch = Launch.of(EncodingsTestCase.class).printingIn(Charset.forName(encoding));
        Recording plain = launch.plain();
        Recording isolated = launch.isolated();

        for (String stream : new String[] {"out", "err"}) {
            assertThat(plain.output(stream)).hasSizeGreaterThan(200);
            assertThat(isolated.output(stream)).isEqualTo(plain.output(stream));
        }
    }

    @Test
    void bytesThatAreNoTextArriveAsTheyAre() {
        String all = new String(new byte[] {(byte) 0x80, (byte) 0xff, (byte) 0xe9}, ISO_8859_1);

        assertThat(Launch.of(EncodingsTestCase.class)
                        .printingIn(ISO_8859_1)
                        .perClass()
                        .isolated()
                        .output("err"))
                .contains(all.substring(0, 1), all.substring(1, 2), all.substring(2))
                .contains("\u00fd\u00fe\u00ff");
    }

    @Test
    void capturedOutputBelongsToItsTest() {
        Launch launch = Launch.of(CapturedTestCase.class)
                .with(request -> request.configurationParameters(Map.of(
                        "junit.platform.output.capture.stdout", "true",
                        "junit.platform.output.capture.stderr", "true")));
        Recording plain = launch.plain();

        assertThat(plain.count("entry")).isEqualTo(6);
        assertThat(launch.isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
        assertThat(launch.perClass().isolated().withoutOutput()).isEqualTo(plain.withoutOutput());
    }

    private static void assertTellsTheSameInBothModes(Launch launch, Recording plain) {
        assertThat(launch.isolated().story()).isEqualTo(plain.story());
        assertThat(launch.perClass().isolated().story()).isEqualTo(plain.story());
    }
}
