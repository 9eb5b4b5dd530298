package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ArgumentCountValidationMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.JavaTimeConversionPattern;
import org.junit.jupiter.params.converter.TypedArgumentConverter;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every built-in source of arguments, converter and aggregator. */
@IsolatedMounts
public class SourcesTestCase {

    static final List<String> FIELD = List.of("of a field", "another");

    static final Supplier<IntStream> SUPPLIER = () -> IntStream.of(1, 2);

    @ParameterizedTest
    @NullSource
    @EmptySource
    @ValueSource(strings = "value")
    void nothing(String value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nullAndEmpty(List<String> value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @ValueSource(classes = {String.class, List.class})
    void classes(Class<?> value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @EnumSource(names = "S.*", mode = EnumSource.Mode.MATCH_ANY)
    void someEnums(TimeUnit unit) {
        System.out.println(unit);
    }

    @ParameterizedTest
    @MethodSource("org.isolatedmounts.it.fidelity.cases.ExternalSource#numbers")
    void external(int number) {
        System.out.println(number);
    }

    static Stream<String> withParameter(TestInfo info, int resolved) {
        return Stream.of(info.getDisplayName(), "number " + resolved);
    }

    @ParameterizedTest
    @ExtendWith(NumberResolver.class)
    @MethodSource("withParameter")
    void factoryWithParameter(String name) {
        System.out.println(name);
    }

    @ParameterizedTest
    @MethodSource
    void sameName(int number) {
        System.out.println(number);
    }

    static int[] sameName() {
        return new int[] {1};
    }

    @ParameterizedTest
    @FieldSource("FIELD")
    void field(String value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @FieldSource("SUPPLIER")
    void fieldWithSupplier(int value) {
        System.out.println(value);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            NAME,  NUMBER
            'a, b', 1
            -,      2
            """)
    void csv(String name, Integer number) {
        System.out.println(name + number);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sources/numbers.csv", numLinesToSkip = 1)
    void csvOfTheClassPath(String name, int number) {
        System.out.println(name + number);
    }

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/sources/numbers.csv", useHeadersInDisplayName = true)
    void csvOfAFile(String name, int number) {
        System.out.println(name + number);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sources/missing.csv")
    void missingCsv(String name) {
        System.out.println(name);
    }

    @ParameterizedTest
    @ArgumentsSource(Provider.class)
    void provider(Object value) {
        System.out.println(value);
    }

    @ParameterizedTest
    @ArgumentsSource(ThrowingLater.class)
    void throwingLater(int value) {
        assertThat(value).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"one, 1, 2000-01-31", "two, 2, 1999-12-31"})
    void accessor(ArgumentsAccessor arguments) {
        assertThat(arguments.get(2, LocalDate.class)).isAfter(LocalDate.of(2000, 1, arguments.getInteger(1)));
    }

    @ParameterizedTest
    @CsvSource({"one, 1", "two, 2"})
    void aggregated(@AggregateWith(Joining.class) String joined) {
        System.out.println(joined);
    }

    @ParameterizedTest
    @CsvSource({"abc, 31.01.2000", "xy, 30.02.2000x"})
    void converted(@ConvertWith(Length.class) int length, @JavaTimeConversionPattern("dd.MM.yyyy") LocalDate date) {
        System.out.println(length + " " + date);
    }

    @ParameterizedTest(name = "{argumentSetNameOrArgumentsWithNames}, {index} of {displayName}")
    @MethodSource("sets")
    void namedSets(Object value, int number) {
        System.out.println(value + " " + number);
    }

    static Stream<Arguments> sets() {
        return Stream.of(
                argumentSet("the first set", "a", 1),
                arguments(named("a name, naïve 😀", List.of()), 2),
                arguments(Named.of("x".repeat(600), "long"), 3));
    }

    @ParameterizedTest
    @MethodSource("closeables")
    void closed(Closeable closeable) {
        System.out.println("open " + closeable);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("closeables")
    void notClosed(Closeable closeable) {
        System.out.println("open " + closeable);
    }

    static Stream<Closeable> closeables() {
        return Stream.of(new Closeable(1), new Closeable(2)).onClose(() -> System.out.println("the stream is closed"));
    }

    @ParameterizedTest(argumentCountValidation = ArgumentCountValidationMode.STRICT)
    @CsvSource({"1, 2", "3"})
    void strictly(int number) {
        System.out.println(number);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("none")
    void noInvocation(int number) {
        System.out.println(number);
    }

    @ParameterizedTest
    @MethodSource("none")
    void unwantedNoInvocation(int number) {
        System.out.println(number);
    }

    static Stream<Integer> none() {
        return Stream.empty();
    }

    record Closeable(int number) implements AutoCloseable {

        @Override
        public void close() {
            System.out.println("closed " + number);
            if (number == 2) {
                throw new IllegalStateException("does not close");
            }
        }
    }

    static class Provider implements ArgumentsProvider {

        @Override
        @SuppressWarnings("deprecation") // the one that JUnit 5.12 has
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            return Stream.of(arguments(context.getDisplayName()), arguments(1));
        }
    }

    static class ThrowingLater implements ArgumentsProvider {

        @Override
        @SuppressWarnings("deprecation")
        public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
            return Stream.of(1, 2, 0).map(number -> arguments(2 / number));
        }
    }

    static class Joining implements ArgumentsAggregator {

        @Override
        public Object aggregateArguments(ArgumentsAccessor accessor, ParameterContext context) {
            return accessor.getString(0) + "=" + accessor.getInteger(1);
        }
    }

    static class Length extends TypedArgumentConverter<String, Integer> {

        Length() {
            super(String.class, Integer.class);
        }

        @Override
        protected Integer convert(String source) {
            return source.length();
        }
    }
}
