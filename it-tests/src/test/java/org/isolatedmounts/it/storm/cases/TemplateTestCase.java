package org.isolatedmounts.it.storm.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Since JUnit 5.13. */
@IsolatedMounts
@ParameterizedClass
@ValueSource(ints = {1, 2})
class TemplateTestCase extends ScriptedMethods {

    @Parameter
    int number;
}
