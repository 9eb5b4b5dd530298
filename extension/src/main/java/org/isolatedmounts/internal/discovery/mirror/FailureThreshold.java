package org.isolatedmounts.internal.discovery.mirror;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** After how many failures the rest of a {@link RepeatedTest} is skipped: repetitions in other JVMs cannot know it. */
final class FailureThreshold {

    private final int threshold;
    private final AtomicInteger failures = new AtomicInteger();

    private FailureThreshold(int threshold) {
        this.threshold = threshold;
    }

    static FailureThreshold of(TestDescriptor template) {
        return new FailureThreshold(template.getSource()
                .filter(MethodSource.class::isInstance)
                .flatMap(source ->
                        AnnotationSupport.findAnnotation(((MethodSource) source).getJavaMethod(), RepeatedTest.class))
                .map(RepeatedTest::failureThreshold)
                .orElse(Integer.MAX_VALUE));
    }

    /** However it failed: also by the death of its fork. */
    void record(TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failures.incrementAndGet();
        }
    }

    /** Why no further repetition is executed, in Jupiter's words. */
    Optional<String> exceeded() {
        return failures.get() >= threshold
                ? Optional.of("Failure threshold [" + threshold + "] exceeded")
                : Optional.empty();
    }
}
