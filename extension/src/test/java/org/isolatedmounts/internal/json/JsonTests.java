package org.isolatedmounts.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTests {

    @Test
    void objectsListsAndValues() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("number", 1);
        object.put("truth", true);
        object.put("list", List.of("one", Map.of("two", List.of())));
        object.put("empty", Map.of());

        assertThat(Json.indented(object)).isEqualTo("""
                {
                  "number": 1,
                  "truth": true,
                  "list": [
                    "one",
                    {
                      "two": []
                    }
                  ],
                  "empty": {}
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "say \"no\", say \\\"no\\\"",
        "C:\\temp, C:\\\\temp",
        "'a\tb\nc\rd', a\\tb\\nc\\u000dd",
        "'\0\u001b[31m', \\u0000\\u001b[31m",
        "'\u007f\u2028é', \\u007f\\u2028\\u00e9",
        "\uD83D\uDE00, \\ud83d\\ude00",
        "/usr/bin, /usr/bin",
        "</script><!--, \\u003c/script>\\u003c!--"
    })
    void stringsAreAscii(String string, String escaped) {
        assertThat(Json.indented(string)).isEqualTo("\"" + escaped + "\"\n");
    }

    @Test
    void compactTextIsOneLine() {
        assertThat(Json.compact(List.of(Map.of("a", List.of(1L, false)), "b\n")))
                .isEqualTo("[{\"a\":[1,false]},\"b\\n\"]");
    }
}
