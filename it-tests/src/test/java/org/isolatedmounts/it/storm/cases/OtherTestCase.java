package org.isolatedmounts.it.storm.cases;

import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;

@IsolatedMounts
@TmpfsMount(at = "/data")
class OtherTestCase extends ScriptedMethods {}
