package org.isolatedmounts.it.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.it.fidelity.Differences.assertSame;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.MethodFilter.excludeMethodNamePatterns;
import static org.junit.platform.launcher.MethodFilter.includeMethodNamePatterns;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.cases.ClassTemplateTestCase;
import org.isolatedmounts.it.fidelity.cases.NamesTestCase;
import org.isolatedmounts.it.fidelity.cases.NestedTestCase;
import org.isolatedmounts.it.fidelity.cases.OddNamesTestCase;
import org.isolatedmounts.it.fidelity.cases.RepeatedTestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;

/** What is asked for is run, in both modes, and nothing else. */
class SelectionTests {

    private static final String PACKAGE = "org.isolatedmounts.it.fidelity.cases";
    private static final String VALUES = "RepeatedTestCase#values(java.lang.String)";
    private static final String FACTORY = "class:FactoryTestCase]/[test-factory:tree()";

    static Stream<Arguments> ofMethods() {
        return Stream.of(
                argumentSet("methods", of(method("FailingConstructorTestCase#second"), method("NestedTestCase#outer"))),
                argumentSet("a template", of(method(VALUES))),
                argumentSet("a method of a class template", of(method("ClassTemplateTestCase#first"))),
                argumentSet("a nested class", of(selectClass(named("NestedTestCase$Middle")))),
                argumentSet(
                        "a nested class by those around it",
                        of(selectNestedClass(around("DeepTestCase", "$Two", "$Three", "$Four"), five()))),
                argumentSet(
                        "a nested class of a superclass",
                        of(selectNestedClass(
                                around("DeepTestCase", "$Two", "$Three", "$Four", "$Five"),
                                named("WithNested$OfSuperclass")))),
                argumentSet("a nested method", of(method("DeepTestCase$Two$Three$Four$Five#deepest"))),
                argumentSet(
                        "a nested method by the classes around it",
                        of(selectNestedMethod(around("DeepTestCase", "$Two", "$Three", "$Four"), five(), "deepest"))),
                argumentSet("an inherited method", of(method("DeepTestCase$Two#inherited"))),
                argumentSet("a method of an interface", of(method("RecordTestCase#defaultTest"))),
                argumentSet(
                        "what is disabled",
                        of(method("SkippedTestCase#withReason"), method("ConditionsTestCase#elsewhere"))),
                argumentSet(
                        "what is disabled, with no conditions",
                        of(method("ConditionsTestCase#elsewhere"), method("ConditionsTestCase#ifNotMethod(int)"))
                                .with(request ->
                                        request.configurationParameter("junit.jupiter.conditions.deactivate", "*"))));
    }

    static Stream<Arguments> ofInvocations() {
        return Stream.of(
                argumentSet("one", of(invocations(VALUES, 1))),
                argumentSet("several", of(invocations(VALUES, 2, 0), invocations(VALUES, 2))),
                argumentSet("none that exists", of(invocations(VALUES, 7))),
                argumentSet("one and all", of(invocations(VALUES, 1), method(VALUES))),
                argumentSet(
                        "one after a failure",
                        of(invocations("RepeatedTestCase#untilFailure(org.junit.jupiter.api.RepetitionInfo)", 1, 3))),
                argumentSet(
                        "by id",
                        of(
                                id(
                                        "class:RepeatedTestCase]/[test-template:values(java.lang.String)]/[test-template-invocation:#2"))),
                argumentSet(
                        "by id and by number",
                        of(
                                id(
                                        "class:RepeatedTestCase]/[test-template:values(java.lang.String)]/[test-template-invocation:#2"),
                                invocations(VALUES, 0))),
                argumentSet(
                        "of an own template",
                        of(
                                id(
                                        "class:TemplatesTestCase]/[test-template:words(java.lang.String)]/[test-template-invocation:#3"))),
                argumentSet(
                        "of a nested class template",
                        of(selectIteration(selectNestedClass(around("TemplatesOfClassesTestCase"), outer()), 1))),
                argumentSet(
                        "of a class template in a class template",
                        of(selectIteration(
                                selectNestedClass(
                                        around("TemplatesOfClassesTestCase", "$Outer"),
                                        named("TemplatesOfClassesTestCase$Outer$Inner")),
                                1))),
                argumentSet(
                        "of a method of a class template",
                        of(invocations("TemplatesOfClassesTestCase$Outer#parameterized(int)", 1))),
                argumentSet("of a class template", of(selectIteration(selectClass(ClassTemplateTestCase.class), 1))),
                argumentSet(
                        "of a class template by id",
                        of(
                                id(
                                        "class-template:ClassTemplateTestCase]/[class-template-invocation:#2]/[method:second()"))),
                argumentSet(
                        "in class templates in a class",
                        of(
                                id(
                                        "class:TemplatesOfClassesTestCase]/[nested-class-template:Outer]/[class-template-invocation:#2]/[nested-class-template:Inner]/[class-template-invocation:#1]/[method:test()"))),
                argumentSet(
                        "in a suite",
                        of(selectUniqueId("[engine:junit-platform-suite]/[suite:" + PACKAGE
                                + ".SuiteOfSuitesTestCase]/[engine:junit-jupiter]/[class:" + PACKAGE
                                + ".RecordTestCase]/[test-template:repeated()]/[test-template-invocation:#2]"))));
    }

    static Stream<Arguments> ofDynamicTests() {
        return Stream.of(
                argumentSet("one", of(id(FACTORY + "]/[dynamic-test:#2"))),
                argumentSet(
                        "one deep within",
                        of(id(FACTORY + "]/[dynamic-container:#4]/[dynamic-container:#3]/[dynamic-test:#1"))),
                argumentSet("a container", of(id(FACTORY + "]/[dynamic-container:#4"))),
                argumentSet("by number", of(invocations("FactoryTestCase#tree", 0, 1))),
                argumentSet("a container by number", of(invocations("FactoryTestCase#tree", 3))),
                argumentSet(
                        "a container by number and by id",
                        of(invocations("FactoryTestCase#tree", 3), id(FACTORY + "]/[dynamic-container:#4"))),
                argumentSet(
                        "a container by number and one test in it by id",
                        of(
                                invocations("FactoryTestCase#tree", 3),
                                id(FACTORY + "]/[dynamic-container:#4]/[dynamic-test:#1"))),
                argumentSet(
                        "one in a container, and a container in it",
                        of(
                                id(FACTORY + "]/[dynamic-container:#4]/[dynamic-test:#1"),
                                id(FACTORY + "]/[dynamic-container:#4]/[dynamic-container:#3"))),
                argumentSet("none that exists", of(id(FACTORY + "]/[dynamic-container:#2"))),
                argumentSet(
                        "in a class template",
                        of(
                                id(
                                        "class:TemplatesOfClassesTestCase]/[nested-class-template:Outer]/[class-template-invocation:#2]/[test-factory:factory()]/[dynamic-test:#1"))));
    }

    static Stream<Arguments> byFilters() throws URISyntaxException {
        return Stream.of(
                argumentSet(
                        "tags left out",
                        of(
                                excludeTags("middle", "one"),
                                selectClass(NestedTestCase.class),
                                selectClass(NamesTestCase.class))),
                argumentSet(
                        "expression of tags",
                        of(
                                includeTags("(two & !three) | middle"),
                                selectClass(NestedTestCase.class),
                                selectClass(NamesTestCase.class))),
                argumentSet(
                        "any tag",
                        of(
                                includeTags("any()"),
                                selectClass(NestedTestCase.class),
                                selectClass(OddNamesTestCase.class))),
                argumentSet(
                        "class names in a package",
                        of(includeClassNamePatterns(".*\\.(Lifecycle|Names)TestCase"), selectPackage(PACKAGE))),
                argumentSet(
                        "method names",
                        of(
                                includeMethodNamePatterns(".*#(over|outer|values).*"),
                                selectClass(OddNamesTestCase.class),
                                selectClass(RepeatedTestCase.class))),
                argumentSet(
                        "method names left out",
                        of(
                                excludeMethodNamePatterns(".*#(first|over|sep).*"),
                                selectClass(ClassTemplateTestCase.class),
                                selectClass(OddNamesTestCase.class))),
                argumentSet(
                        "method names left out of an invocation",
                        of(
                                excludeMethodNamePatterns(".*#first.*"),
                                selectIteration(selectClass(ClassTemplateTestCase.class), 1))),
                argumentSet(
                        "class names in a class path root",
                        of(includeClassNamePatterns(".*\\.cases\\.(Record|Lifecycle)TestCase"), root())));
    }

    @ParameterizedTest
    @MethodSource({"ofInvocations", "ofDynamicTests"})
    void runsWhatIsSelectedOfOneMethod(Launch launch) {
        runsWhatIsSelected(launch);
    }

    @ParameterizedTest
    @MethodSource({"ofMethods", "byFilters"})
    @Tag("full")
    void runsWhatIsSelected(Launch launch) {
        Recording plain = launch.plain();

        assertThat(plain.events())
                .as("%s", plain)
                .anyMatch(event -> event.subject().contains("[class"));
        assertSame(launch.isolated(), plain);
    }

    @ParameterizedTest
    @MethodSource("ofMethods")
    void runsWhatIsSelectedInOneForkPerClass(Launch launch) {
        assertSame(launch.isolatedByClass(), launch.plain());
    }

    @ParameterizedTest
    @MethodSource({"ofInvocations", "ofDynamicTests", "byFilters"})
    @Tag("full")
    void runsWhateverIsSelectedInOneForkPerClass(Launch launch) {
        assertSame(launch.isolatedByClass(), launch.plain());
    }

    private static Launch of(DiscoverySelector... selectors) {
        return Launch.of(selectors);
    }

    private static Launch of(Filter<?> filter, DiscoverySelector... selectors) {
        return Launch.of(selectors).with(request -> request.filters(filter));
    }

    private static DiscoverySelector method(String name) {
        return selectMethod(PACKAGE + "." + name);
    }

    private static DiscoverySelector invocations(String method, int... indices) {
        return selectIteration(method(method), indices);
    }

    /** The id of a test below a class whose name stands in it without its package. */
    private static DiscoverySelector id(String ofTest) {
        return selectUniqueId("[engine:junit-jupiter]/[" + ofTest.replaceFirst(":", ":" + PACKAGE + ".") + "]");
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(PACKAGE + "." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** From the outermost class, each by what its name adds to the one before. */
    private static List<Class<?>> around(String... names) {
        List<Class<?>> classes = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (String next : names) {
            classes.add(named(name.append(next).toString()));
        }
        return classes;
    }

    private static Class<?> five() {
        return named("DeepTestCase$Two$Three$Four$Five");
    }

    private static Class<?> outer() {
        return named("TemplatesOfClassesTestCase$Outer");
    }

    private static DiscoverySelector root() throws URISyntaxException {
        URI root = NamesTestCase.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return selectClasspathRoots(Set.of(Path.of(root))).get(0);
    }
}
