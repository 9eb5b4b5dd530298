package org.isolatedmounts.it.fidelity.cases;

import org.junit.jupiter.api.Tag;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;

@Suite
@SuiteDisplayName("suites in a suite, /[x:y]")
@ExcludeTags("middle")
@SelectClasses({SuiteOfIsolatedTestCase.class, SuiteOfSuitesTestCase.Inner.class, RecordTestCase.class})
public class SuiteOfSuitesTestCase {

    /** A suite of its own and a member of the other one. */
    @Suite
    @Tag("inner")
    @SelectClasses({OddNamesTestCase.class, TemplatesOfClassesTestCase.class})
    static class Inner {}
}
