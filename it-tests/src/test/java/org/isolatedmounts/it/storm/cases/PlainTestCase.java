package org.isolatedmounts.it.storm.cases;

class PlainTestCase extends ScriptedMethods {}
