package org.isolatedmounts.layout;

import java.util.Base64;
import org.isolatedmounts.internal.plan.task.LayoutBytes;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A parameter of type {@link Layout}: what the host has laid, as it has told this fork. */
class LayoutParameter implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Layout.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(LayoutBytes.PARAMETER)
                .map(Base64.getDecoder()::decode)
                .map(bytes -> LayoutBytes.read(bytes, Layout.class))
                .orElseThrow(() -> new ParameterResolutionException("only a test in a fork has a layout"));
    }
}
