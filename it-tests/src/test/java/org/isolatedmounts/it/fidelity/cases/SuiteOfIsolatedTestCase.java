package org.isolatedmounts.it.fidelity.cases;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

@Suite
@SelectClasses({
    SuiteMemberTestCase.class,
    CallbacksTestCase.class,
    NestedTestCase.class,
    ReportsTestCase.class,
    FactoryTestCase.class,
    ClassTemplateTestCase.class
})
@ConfigurationParameter(key = SuiteMemberTestCase.PARAMETER, value = "of the suite")
@ConfigurationParameter(key = "junit.jupiter.displayname.generator.default", value = SuiteMemberTestCase.GENERATOR)
public class SuiteOfIsolatedTestCase {}
