package org.isolatedmounts.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.internal.discovery.mirror.MirrorNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TreeRewriterTests {

    @Test
    void aClassWithoutPlainTestsIsReplacedAsAWhole() {
        assertTree("""
                engine
                  MirrorContainer Isolated, as "class"
                    MirrorTest z()
                    MirrorTemplate repeated()
                    MirrorTemplate parameterized(int)
                    MirrorTest factory()
                    MirrorTest named "a"
                """, selectClass(IsolatedTestCase.class));
    }

    @Test
    void aClassWithPlainTestsStaysAndSoDoTheirPlaces() {
        assertTree("""
                engine
                  jupiter TreeRewriterTests$MixedTestCase
                    jupiter z()
                    MirrorTest y()
                    jupiter x()
                    MirrorTest b()
                    jupiter a()
                """, selectClass(MixedTestCase.class));
    }

    @Test
    void onlyIsolatedTestsOfAMixedClassAreSelected() {
        assertTree("""
                engine
                  MirrorContainer TreeRewriterTests$MixedTestCase
                    MirrorTest y()
                    MirrorTest b()
                """, selectMethod(MixedTestCase.class, "y"), selectMethod(MixedTestCase.class, "b"));
    }

    @Test
    void plainClassesAreLeftAlone() {
        assertTree("""
                engine
                  jupiter TreeRewriterTests$PlainTestCase
                    jupiter b()
                    jupiter a()
                """, selectClass(PlainTestCase.class));
    }

    @Test
    void nestedClasses() {
        assertTree("""
                engine
                  jupiter TreeRewriterTests$OuterTestCase
                    jupiter plain()
                    MirrorContainer SecondTestCase
                      MirrorTest isolated()
                      MirrorContainer InnermostTestCase
                        MirrorTest isolated()
                    jupiter FirstTestCase
                      jupiter plain()
                """, selectClass(OuterTestCase.class));
    }

    @Test
    void nestedClassesOfAnIsolatedOne() {
        assertTree("""
                engine
                  MirrorContainer TreeRewriterTests$IsolatedOuterTestCase
                    MirrorContainer InnerTestCase
                      MirrorTest isolated()
                """, selectClass(IsolatedOuterTestCase.class));
    }

    @Test
    void aClassTemplateIsExecutedAsOne() {
        assertTree("""
                engine
                  MirrorTest TreeRewriterTests$TemplateTestCase
                """, selectClass(TemplateTestCase.class));
    }

    @Test
    void aMountIsolatesItsTest() {
        assertTree("""
                engine
                  jupiter TreeRewriterTests$MountTestCase
                    jupiter plain()
                    MirrorTest mounts()
                """, selectClass(MountTestCase.class));
    }

    @Test
    void classesKeepTheirOrder() {
        assertTree(
                """
                engine
                  jupiter TreeRewriterTests$PlainTestCase
                    jupiter b()
                    jupiter a()
                  MirrorContainer TreeRewriterTests$IsolatedOuterTestCase
                    MirrorContainer InnerTestCase
                      MirrorTest isolated()
                  jupiter TreeRewriterTests$MountTestCase
                    jupiter plain()
                    MirrorTest mounts()
                """,
                selectClass(PlainTestCase.class),
                selectClass(IsolatedOuterTestCase.class),
                selectClass(MountTestCase.class));
    }

    static final List<Class<?>> TEST_CASES = List.of(
            IsolatedTestCase.class,
            MixedTestCase.class,
            PlainTestCase.class,
            OuterTestCase.class,
            IsolatedOuterTestCase.class,
            TemplateTestCase.class,
            MountTestCase.class);

    @ParameterizedTest
    @FieldSource("TEST_CASES")
    void nothingThatAnybodyCanSeeChanges(Class<?> testCase) {
        List<Look> plain = look(discover(config().build(), selectClass(testCase)));

        assertThat(look(discover(rewriting(), selectClass(testCase)))).isEqualTo(plain);
        assertThat(plain).hasSizeGreaterThan(1);
    }

    /** What others see of a descriptor, in the order of the tree. */
    private record Look(
            String uniqueId,
            String displayName,
            String legacyReportingName,
            TestDescriptor.Type type,
            Set<TestTag> tags,
            Object source,
            boolean mayRegisterTests,
            Node.ExecutionMode executionMode,
            Set<ExclusiveResource> locks,
            String parentId) {}

    private static List<Look> look(TestDescriptor root) {
        List<Look> looks = new ArrayList<>();
        root.accept(descriptor -> looks.add(new Look(
                descriptor.getUniqueId().toString(),
                descriptor.getDisplayName(),
                descriptor.getLegacyReportingName(),
                descriptor.getType(),
                descriptor.getTags(),
                descriptor.getSource(),
                descriptor.mayRegisterTests(),
                ((Node<?>) descriptor).getExecutionMode(),
                ((Node<?>) descriptor).getExclusiveResources(),
                descriptor.getParent().map(it -> it.getUniqueId().toString()).orElse("none"))));
        return looks;
    }

    private static void assertTree(String expected, DiscoverySelector... selectors) {
        StringBuilder text = new StringBuilder("engine\n");
        discover(rewriting(), selectors).getChildren().forEach(child -> print(child, "  ", text));

        assertThat(text).hasToString(expected);
    }

    private static void print(TestDescriptor descriptor, String indentation, StringBuilder text) {
        String kind = descriptor instanceof MirrorNode ? descriptor.getClass().getSimpleName() : "jupiter";
        text.append("%s%s %s%n".formatted(indentation, kind, descriptor.getDisplayName()));
        descriptor.getChildren().forEach(child -> print(child, indentation + "  ", text));
    }

    private static LauncherConfig.Builder config() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine());
    }

    private static LauncherConfig rewriting() {
        return config().addPostDiscoveryFilters(new DiscoveredTrees())
                .addLauncherDiscoveryListeners(new IsolationDiscoveryListener())
                .build();
    }

    private static TestDescriptor discover(LauncherConfig config, DiscoverySelector... selectors) {
        AtomicReference<@Nullable TestDescriptor> root = new AtomicReference<>();
        PostDiscoveryFilter rememberRoot = descriptor -> {
            TestDescriptor top = descriptor;
            while (top.getParent().isPresent()) {
                top = top.getParent().get();
            }
            root.set(top);
            return FilterResult.included("");
        };
        LauncherFactory.create(config)
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(rememberRoot)
                        .build());
        TestDescriptor found = root.get();
        assertThat(found).isNotNull();
        return Objects.requireNonNull(found);
    }

    @IsolatedMounts
    @DisplayName("Isolated, as \"class\"")
    @Tag("slow")
    @ResourceLock("database")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class IsolatedTestCase {

        @Test
        @Order(1)
        @Tag("fast")
        void z() {}

        @RepeatedTest(3)
        @Order(2)
        void repeated() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Order(3)
        void parameterized(int value) {}

        @TestFactory
        @Order(4)
        Stream<DynamicTest> factory() {
            return Stream.of();
        }

        @Test
        @DisplayName("named \"a\"")
        @Order(5)
        @Execution(ExecutionMode.CONCURRENT)
        @ResourceLock("file")
        void a() {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MixedTestCase {

        @Test
        @Order(1)
        void z() {}

        @Test
        @IsolatedMounts
        @Order(2)
        void y() {}

        @Test
        @Order(3)
        void x() {}

        @Test
        @IsolatedMounts
        @Tag("tagged")
        @Order(4)
        void b() {}

        @Test
        @Order(5)
        void a() {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PlainTestCase {

        @Test
        @Order(1)
        void b() {}

        @Test
        @Order(2)
        void a() {}
    }

    @TestClassOrder(ClassOrderer.OrderAnnotation.class)
    static class OuterTestCase {

        @Test
        void plain() {}

        @Nested
        @Order(1)
        @IsolatedMounts
        class SecondTestCase {

            @Test
            void isolated() {}

            @Nested
            class InnermostTestCase {

                @Test
                void isolated() {}
            }
        }

        @Nested
        @Order(2)
        class FirstTestCase {

            @Test
            void plain() {}
        }
    }

    @IsolatedMounts
    static class IsolatedOuterTestCase {

        @Nested
        class InnerTestCase {

            @Test
            void isolated() {}
        }
    }

    @IsolatedMounts
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class TemplateTestCase {

        TemplateTestCase(int value) {}

        @Test
        void isolated() {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MountTestCase {

        @Test
        @Order(1)
        void plain() {}

        @Test
        @TmpfsMount(at = "/data")
        @Order(2)
        void mounts() {}
    }
}
