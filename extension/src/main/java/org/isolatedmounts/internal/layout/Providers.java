package org.isolatedmounts.internal.layout;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.task.ProviderCall;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutProvider;
import org.junit.platform.commons.support.ReflectionSupport;

/** Providers of layouts: the host looks at their classes, a fork calls them. */
public final class Providers {

    private Providers() {}

    /** Initialises no class. */
    static void check(Class<? extends LayoutProvider> provider, String declaredBy) {
        boolean canBeMade = Stream.of(provider.getDeclaredConstructors())
                .map(Constructor::getParameterCount)
                .anyMatch(count -> count == 0);
        if (!canBeMade || Modifier.isAbstract(provider.getModifiers())) {
            throw new InvalidLayoutException(declaredBy
                    + ": a layout provider must be a class that can be made without arguments, but "
                    + provider.getName()
                    + " cannot; it must not be abstract, must have a constructor without parameters,"
                    + " and must be static if it is in another class");
        }
    }

    /**
     * Calls a provider; only in a fork.
     *
     * @param parameters the configuration parameters of JUnit
     * @return what it returns, whatever that is
     * @throws Exception whatever it throws
     */
    public static Optional<Layout> call(ProviderCall call, Function<String, Optional<String>> parameters)
            throws Exception {
        LayoutProvider provider = (LayoutProvider) ReflectionSupport.newInstance(load(call.provider()));
        List<FoundAnnotation> annotations = AnnotationSet.of(element(call));
        return Optional.ofNullable(provider.layout(new Context(annotations, call.annotation(), parameters)));
    }

    private static AnnotatedElement element(ProviderCall call) throws Exception {
        Class<?> declaring = load(call.declaringClass());
        return call.method().equals(ProviderCall.NO_METHOD)
                ? declaring
                : Stream.of(declaring.getDeclaredMethods())
                        .filter(method -> method.toString().equals(call.method()))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchMethodException(call.method()));
    }

    private static Class<?> load(String name) throws Exception {
        return ReflectionSupport.tryToLoadClass(name).get();
    }

    private record Context(List<FoundAnnotation> all, int place, Function<String, Optional<String>> parameters)
            implements LayoutContext {

        @Override
        public <A extends Annotation> Optional<A> findAnnotation(Class<A> type) {
            return Stream.concat(leading(), all.stream().map(FoundAnnotation::annotation))
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst();
        }

        /** The annotation itself and those that lead to it, the nearest first. */
        private Stream<Annotation> leading() {
            if (place == ProviderCall.NO_ANNOTATION) {
                return Stream.empty();
            }
            FoundAnnotation found = all.get(place);
            List<Annotation> path = found.composedBy();
            return Stream.concat(
                    Stream.of(found.annotation()),
                    IntStream.rangeClosed(1, path.size()).mapToObj(i -> path.get(path.size() - i)));
        }

        @Override
        public Optional<String> configurationParameter(String key) {
            return parameters.apply(key);
        }
    }
}
