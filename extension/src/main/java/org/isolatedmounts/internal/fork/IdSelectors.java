package org.isolatedmounts.internal.fork;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;

/**
 * Selects what unique ids name, even if Jupiter does not find it by its id.
 *
 * <p>It takes a {@code #} in the name of a method for the end of the name of a class, and does not expect that a name has
 * several lines. In Kotlin and Groovy names are sentences, such as {@code bug #42 stays fixed}.
 */
final class IdSelectors {

    private static final List<String> METHODS = List.of("method", "test-template", "test-factory");
    private static final List<String> CLASSES = List.of("class", "class-template");
    private static final List<String> NESTED_CLASSES = List.of("nested-class", "nested-class-template");

    private static final Pattern METHOD =
            Pattern.compile("(?<class>[^#]+#)?(?<name>.+)\\((?<parameters>.*)\\)", Pattern.DOTALL);
    private static final Pattern LINE_BREAK = Pattern.compile("[\n\r\u0085\u2028\u2029]");

    private IdSelectors() {}

    static DiscoverySelector select(String uniqueId) {
        return byMethod(UniqueId.parse(uniqueId).getSegments()).orElseGet(() -> selectUniqueId(uniqueId));
    }

    private static Optional<DiscoverySelector> byMethod(List<UniqueId.Segment> segments) {
        for (int i = 1; i < segments.size(); i++) {
            UniqueId.Segment segment = segments.get(i);
            if (METHODS.contains(segment.getType()) && !isFoundById(segment.getValue())) {
                List<UniqueId.Segment> within = segments.subList(i + 1, segments.size());
                return classes(segments.subList(1, i))
                        .flatMap(classes -> method(classes, segment.getValue()))
                        .map(method -> within.isEmpty() ? method : selectIteration(method, index(within.get(0))));
            }
        }
        return Optional.empty();
    }

    /** As Jupiter reads it: the class that declares a method may stand before it, up to the last {@code #}. */
    private static boolean isFoundById(String method) {
        int end = method.lastIndexOf('#');
        return !LINE_BREAK.matcher(method).find()
                && (end < 0 || loadClass(method.substring(0, end)).isPresent());
    }

    /** From the outermost to the one that has the method; absent if an invocation is among them. */
    private static Optional<List<Class<?>>> classes(List<UniqueId.Segment> segments) {
        List<Class<?>> classes = new ArrayList<>();
        for (UniqueId.Segment segment : segments) {
            Optional<Class<?>> type = CLASSES.contains(segment.getType())
                    ? loadClass(segment.getValue())
                    : NESTED_CLASSES.contains(segment.getType())
                            ? nestedClass(classes.get(classes.size() - 1), segment.getValue())
                            : Optional.empty();
            if (type.isEmpty()) {
                return Optional.empty();
            }
            classes.add(type.get());
        }
        return Optional.of(classes);
    }

    private static Optional<Class<?>> nestedClass(Class<?> outer, String simpleName) {
        return ReflectionSupport.findNestedClasses(
                        outer, nested -> nested.getSimpleName().equals(simpleName))
                .stream()
                .findFirst();
    }

    private static Optional<DiscoverySelector> method(List<Class<?>> classes, String value) {
        int last = classes.size() - 1;
        return method(classes.get(last), value)
                .map(method -> last == 0
                        ? selectMethod(classes.get(0), method)
                        : selectNestedMethod(classes.subList(0, last), classes.get(last), method));
    }

    private static Optional<Method> method(Class<?> testClass, String value) {
        Matcher matcher = METHOD.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String before = Optional.ofNullable(matcher.group("class")).orElse("");
        String name = matcher.group("name");
        String parameters = matcher.group("parameters");
        return ReflectionSupport.findMethod(testClass, before + name, parameters)
                .or(() -> Optional.of(before)
                        .filter(prefix -> !prefix.isEmpty())
                        .flatMap(prefix -> loadClass(prefix.substring(0, prefix.length() - 1)))
                        .flatMap(declaring -> ReflectionSupport.findMethod(declaring, name, parameters)));
    }

    /** Of an invocation, or of a dynamic test or container: {@code #1} is the first. */
    private static int index(UniqueId.Segment segment) {
        return Integer.parseInt(segment.getValue().substring(1)) - 1;
    }

    private static Optional<Class<?>> loadClass(String name) {
        return name.isBlank()
                ? Optional.empty()
                : ReflectionSupport.tryToLoadClass(name).toOptional();
    }
}
