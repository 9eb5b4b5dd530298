package org.isolatedmounts.it.callbacks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.isolatedmounts.it.fidelity.Launch;
import org.isolatedmounts.it.fidelity.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;

class NothingRunsOnTheHostTests {

    private static final String HOST = Launch.hostNamespace();

    @TempDir
    Path directory;

    @BeforeEach
    void nameTheLog() {
        System.setProperty(CallLog.PROPERTY, log().toString());
    }

    @AfterEach
    void forgetTheLog() {
        System.clearProperty(CallLog.PROPERTY);
    }

    private Path log() {
        return directory.resolve("calls");
    }

    @Test
    void theExtensionImplementsAllThatJupiterKnows() {
        List<Class<?>> interfaces = ReflectionSupport.findAllClassesInPackage(
                Extension.class.getPackageName(),
                type -> type.isInterface() && Extension.class.isAssignableFrom(type) && type != Extension.class,
                name -> true);

        assertThat(interfaces)
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(type).isAssignableFrom(EverythingExtension.class));
    }

    @Test
    void everyCallbackOfTheExtensionIsCalled() throws Exception {
        run(
                "4 ok, 1 failed, 1 aborted, 1 skipped",
                selectClass(HooksTestCase.class),
                selectClass(HooksClassTemplateTestCase.class));

        Set<String> called = CallLog.read(log()).stream()
                .map(call -> call.name().replaceFirst("extension:", "").replaceFirst(":.*", ""))
                .collect(toSet());
        assertThat(called).containsAll(callbacks());
    }

    /** What Jupiter calls for a test that goes well, each of it once, but what belongs to both class and method. */
    @Test
    void everythingIsCalledOnceInTheFork() throws Exception {
        run("1 ok, 0 failed, 0 aborted, 0 skipped", selectMethod(HooksTestCase.class, "test", Number.class));

        assertThat(countsByName()).isEqualTo(timesOnce("""
                static-initialiser constructor beforeAll beforeEach test afterEach afterAll temp-dir
                static-field:constructor static-field:beforeEach instance-field:constructor instance-field:beforeEach
                extension:constructor extension:condition:class extension:condition:method
                extension:beforeAll extension:interceptBeforeAllMethod
                extension:handleBeforeAllMethodExecutionException
                extension:preConstructTestInstance extension:createTestInstance extension:postProcessTestInstance
                extension:beforeEach extension:interceptBeforeEachMethod
                extension:handleBeforeEachMethodExecutionException
                extension:beforeTestExecution extension:supportsParameter:test extension:resolveParameter:test
                extension:interceptTestMethod extension:handleTestExecutionException extension:afterTestExecution
                extension:interceptAfterEachMethod extension:handleAfterEachMethodExecutionException
                extension:afterEach extension:preDestroyTestInstance extension:testSuccessful
                extension:interceptAfterAllMethod extension:handleAfterAllMethodExecutionException extension:afterAll
                """));
    }

    @Test
    void everyTestHasAForkOfItsOwn() throws Exception {
        run(
                "1 ok, 1 failed, 0 aborted, 0 skipped",
                selectMethod(HooksTestCase.class, "test", Number.class),
                selectMethod(HooksTestCase.class, "interrupted"));

        Map<UUID, List<CallLog.Call>> forks = CallLog.read(log()).stream().collect(groupingBy(CallLog.Call::jvm));
        assertThat(forks).hasSize(2);
        assertThat(forks.values())
                .allSatisfy(calls -> assertThat(calls)
                        .extracting(CallLog.Call::name)
                        .containsOnlyOnce("static-initialiser", "constructor", "beforeAll", "afterAll"));
    }

    private void run(String summary, DiscoverySelector... selectors) throws Exception {
        Recording recording = Launch.of(selectors).isolated();

        assertThat(recording.summary()).as(recording.toString()).isEqualTo(summary);
        assertThat(CallLog.read(log()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.namespace()).isNotEqualTo(HOST));
    }

    private Map<String, Long> countsByName() throws Exception {
        return CallLog.read(log()).stream().collect(groupingBy(CallLog.Call::name, TreeMap::new, counting()));
    }

    private static Map<String, Long> timesOnce(String names) {
        return Stream.of(names.split("\\s+")).collect(groupingBy(name -> name, TreeMap::new, counting()));
    }

    private static Set<String> callbacks() {
        return ReflectionSupport.findMethods(
                        EverythingExtension.class,
                        NothingRunsOnTheHostTests::isCallback,
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(Method::getName)
                .map(name -> name.equals("evaluateExecutionCondition") ? "condition" : name)
                .collect(toSet());
    }

    private static boolean isCallback(Method method) {
        return method.getDeclaringClass() == EverythingExtension.class
                && Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic();
    }
}
