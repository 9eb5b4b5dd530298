package org.isolatedmounts.layout;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** The invocations of a {@link LayoutMatrix @LayoutMatrix}; found by JUnit. */
final class LayoutMatrixInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), LayoutMatrix.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestMethod(), LayoutMatrix.class).stream()
                .flatMap(matrix -> Stream.concat(
                        Stream.of(matrix.value()).map(Standard::new),
                        Stream.of(matrix.sources()).map(source -> new Own(source.getSimpleName()))));
    }

    /** Its fork was laid before: here it is only named. */
    private record Standard(StandardLayout layout) implements TestTemplateInvocationContext, ParameterResolver {

        @Override
        public String getDisplayName(int number) {
            return layout.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == StandardLayout.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return layout;
        }
    }

    private record Own(String name) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int number) {
            return name;
        }
    }
}
