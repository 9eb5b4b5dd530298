package org.isolatedmounts.internal.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * Which configuration parameters the suites around an engine set. The annotations are read by name: suites are no
 * dependency of ours, and their values can only be asked for by name.
 */
final class SuiteParameters {

    private static final String API = "org.junit.platform.suite.api.";

    private SuiteParameters() {}

    static Stream<String> names(TestDescriptor engine) {
        return engine.getParent().stream().flatMap(around -> Stream.concat(ofSuite(around), names(around)));
    }

    private static Stream<String> ofSuite(TestDescriptor suite) {
        return suite
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .stream()
                .flatMap(suiteClass ->
                        Stream.of(suiteClass.getAnnotations()).flatMap(annotation -> setBy(annotation, suiteClass)));
    }

    private static Stream<String> setBy(Annotation annotation, Class<?> suiteClass) {
        String type = annotation.annotationType().getName();
        return switch (type.startsWith(API) ? type.substring(API.length()) : "") {
            case "ConfigurationParameter" -> Stream.of((String) attribute(annotation, "key"));
            case "ConfigurationParametersResource" -> inResource((String) attribute(annotation, "value"), suiteClass);
            case "ConfigurationParameters", "ConfigurationParametersResources" ->
                Stream.of((Annotation[]) attribute(annotation, "value")).flatMap(each -> setBy(each, suiteClass));
            default -> Stream.empty();
        };
    }

    private static Stream<String> inResource(String resource, Class<?> suiteClass) {
        ClassLoader loader =
                Optional.ofNullable(suiteClass.getClassLoader()).orElseGet(ClassLoader::getSystemClassLoader);
        Properties properties = new Properties();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // the suite engine has read it and told its user
        }
        return properties.stringPropertyNames().stream();
    }

    private static Object attribute(Annotation annotation, String name) {
        return ReflectionSupport.findMethod(annotation.annotationType(), name)
                .map(method -> ReflectionSupport.invokeMethod(method, annotation))
                .orElseThrow(() -> new IllegalStateException(annotation + " has no attribute " + name));
    }
}
