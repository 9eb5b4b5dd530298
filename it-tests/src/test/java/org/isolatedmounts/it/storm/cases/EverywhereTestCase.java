package org.isolatedmounts.it.storm.cases;

/** Has no annotation; the storm says that it is isolated. */
class EverywhereTestCase extends ScriptedMethods {}
