package org.isolatedmounts.it.fidelity.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.TestWatcher;

/** Templates with providers of the user. */
@IsolatedMounts
public class TemplatesTestCase {

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @TestTemplate
    @ExtendWith(Words.class)
    @interface WordsTest {}

    @BeforeEach
    void beforeEach() {
        System.out.println("before each");
    }

    @WordsTest
    void words(String word) {
        assertThat(word).isNotEqualTo("two");
    }

    @WordsTest
    @Disabled("all of them")
    void disabled(String word) {
        throw new AssertionError(word);
    }

    @TestTemplate
    @ExtendWith({Words.class, MoreWords.class})
    void ofTwoProviders(String word) {
        System.out.println(word);
    }

    @TestTemplate
    @ExtendWith(Lazily.class)
    void lazily(String word) {
        System.out.println(word);
    }

    @TestTemplate
    @ExtendWith(Nothing.class)
    void nothing() {}

    @TestTemplate
    void withoutProvider() {}

    @AfterAll
    static void afterAll() {
        System.out.println("after all");
    }

    static class Words implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of("one", "two", "three")
                    .<TestTemplateInvocationContext>map(Word::new)
                    .onClose(() -> System.out.println("closed"));
        }
    }

    static class MoreWords extends Words {

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new Word("four"), new Word("five"));
        }
    }

    /** Makes words as they are asked for, and fails at last. */
    static class Lazily extends Words {

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            AtomicInteger number = new AtomicInteger();
            return Stream.generate(() -> {
                if (number.incrementAndGet() == 3) {
                    throw new IllegalStateException("no third word");
                }
                return new Word("word " + number);
            });
        }
    }

    static class Nothing extends Words {

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.empty();
        }
    }

    private record Word(String word) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int number) {
            return number + ": " + word;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Resolver(word), new Watcher());
        }
    }

    private record Resolver(String word) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == String.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return word;
        }
    }

    private record Watcher() implements TestWatcher {

        @Override
        public void testFailed(ExtensionContext context, Throwable cause) {
            context.publishReportEntry("watched", context.getDisplayName() + " failed");
        }

        @Override
        public void testSuccessful(ExtensionContext context) {
            context.publishReportEntry("watched", context.getDisplayName() + " succeeded");
        }
    }
}
