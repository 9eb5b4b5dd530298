package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.IndicativeSentencesGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as Kotlin makes them of {@code internal} functions, in scripts of the world, and as generators make them. */
@IsolatedMounts
@SuppressWarnings("UnicodeInCode")
public class OddNamesTestCase {

    @Test
    void internal$app_debug() {}

    @Test
    void größeÄndern() {}

    @Test
    void テスト() {}

    @Test
    @DisplayName("/[method:x]/ 100 % + \\ \t \u202e \ud83d\ude00 \ud800")
    void separators() {}

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[a]/[b:c]", "line\nbreak", "nul\0", "{0} ''", "half of a pair \udc00"})
    void $(String $value_1) {
        System.out.println($value_1);
    }

    @Test
    void overloaded() {}

    @ParameterizedTest
    @ValueSource(ints = 1)
    void overloaded(int number) {
        System.out.println(number);
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void overloaded(long number) {
        System.out.println(number);
    }

    @Nested
    @IndicativeSentencesGeneration(separator = " -> ", generator = DisplayNameGenerator.ReplaceUnderscores.class)
    class A_sentence {

        @Test
        void goes_on() {}
    }

    @Nested
    @DisplayNameGeneration(Backwards.class)
    class Backward {

        @Test
        void abc() {}
    }

    static class Backwards extends DisplayNameGenerator.Simple {

        @Override
        public String generateDisplayNameForNestedClass(java.util.List<Class<?>> enclosing, Class<?> nested) {
            return new StringBuilder(nested.getSimpleName()).reverse().toString();
        }
    }
}
