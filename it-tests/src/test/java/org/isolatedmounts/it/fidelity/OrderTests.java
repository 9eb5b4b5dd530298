package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.fidelity.Differences.assertSame;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolatedmounts.it.fidelity.cases.OrderedTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests are run in the order in which they would be run without isolation. */
class OrderTests {

    private static final String SEED = "junit.jupiter.execution.order.random.seed";

    private static final Map<String, String> RANDOM = Map.of(
            "junit.jupiter.testmethod.order.default", "MethodOrderer$Random",
            "junit.jupiter.testclass.order.default", "ClassOrderer$Random");

    @ParameterizedTest
    @ValueSource(strings = {"OrderAnnotation", "Random"})
    void ofMethodOrderers(String orderer) {
        Launch launch = ordered(Map.of("junit.jupiter.testmethod.order.default", "MethodOrderer$" + orderer));

        assertSame(launch.isolatedByClass(), launch.plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MethodName", "DisplayName"})
    @Tag("full")
    void ofMoreMethodOrderers(String orderer) {
        ofMethodOrderers(orderer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OrderAnnotation", "Random"})
    void ofClassOrderers(String orderer) {
        Launch launch = ordered(Map.of("junit.jupiter.testclass.order.default", "ClassOrderer$" + orderer));

        assertSame(launch.isolatedByClass(), launch.plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClassName", "DisplayName"})
    @Tag("full")
    void ofMoreClassOrderers(String orderer) {
        ofClassOrderers(orderer);
    }

    /** Without a seed the one of this JVM holds, which is the one that it logs. */
    @Test
    void ofRandomOrderersWithoutSeed() {
        Launch launch = ordered(RANDOM);

        assertSame(launch.isolatedByClass(), launch.plain());
    }

    @Test
    @Tag("full")
    void ofRandomOrderersWithoutSeedInForksOfTheirOwn() {
        Launch launch = ordered(RANDOM);

        assertSame(launch.isolated(), launch.plain());
    }

    /** Were they few, the orders above could be equal by chance. */
    @Test
    void seedsLeadToManyOrders() {
        Set<List<String>> orders = new HashSet<>();
        for (String seed : List.of("1", "2", "3")) {
            Launch launch =
                    ordered(Map.of("junit.jupiter.testmethod.order.default", "MethodOrderer$Random", SEED, seed));
            Recording isolated = launch.isolatedByClass();
            assertSame(isolated, launch.plain());
            orders.add(isolated.inOrder());
        }

        assertThat(orders).hasSize(3);
    }

    private static Launch ordered(Map<String, String> orderers) {
        return Launch.of(OrderedTestCase.class).with(request -> {
            orderers.forEach((name, value) ->
                    request.configurationParameter(name, name.equals(SEED) ? value : "org.junit.jupiter.api." + value));
            return request.filters(excludeTags("left-out"));
        });
    }
}
