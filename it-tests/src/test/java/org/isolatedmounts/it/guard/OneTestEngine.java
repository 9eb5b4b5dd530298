package org.isolatedmounts.it.guard;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** An engine for which each class that says so is one test. */
final class OneTestEngine implements TestEngine {

    interface ItsTest {}

    /** Has a method {@code test} of which the engine knows nothing but the name. */
    interface ItsMethod extends ItsTest {}

    @Override
    public String getId() {
        return "it-one-test";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, getId());
        request.getSelectorsByType(ClassSelector.class).stream()
                .map(ClassSelector::getJavaClass)
                .filter(ItsTest.class::isAssignableFrom)
                .map(type -> new OneTest(uniqueId.append("test", type.getName()), type))
                .forEach(engine::addChild);
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor engine = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(engine);
        for (TestDescriptor test : engine.getChildren()) {
            request.getEngineExecutionListener().executionStarted(test);
            Traces.ALL.add(test.getDisplayName());
            request.getEngineExecutionListener().executionFinished(test, TestExecutionResult.successful());
        }
        request.getEngineExecutionListener().executionFinished(engine, TestExecutionResult.successful());
    }

    private static final class OneTest extends AbstractTestDescriptor {

        OneTest(UniqueId id, Class<?> type) {
            super(
                    id,
                    type.getSimpleName(),
                    ItsMethod.class.isAssignableFrom(type)
                            ? MethodSource.from(type.getName(), "test")
                            : ClassSource.from(type));
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
