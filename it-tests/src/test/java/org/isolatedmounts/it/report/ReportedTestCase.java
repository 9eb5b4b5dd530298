package org.isolatedmounts.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.isolatedmounts.BindMount;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IsolatedMounts
@TmpfsMount(at = "/etc/reported/data", size = "64k")
class ReportedTestCase {

    static final String NASTY = "</script><script>document.title='broken'</script><img src=x onerror=alert(1)> & \"'\\";

    @Test
    void passes() {}

    @Test
    @BindMount(source = "/usr/share", at = "/etc/reported/share")
    void fails() {
        assertEquals("<b>this</b>", "that", "not the same");
    }

    @Test
    void aborts() {
        assumeTrue(false, "not today");
    }

    @Test
    @Disabled("for a reason")
    void isSkipped() {}

    @Test
    @DisplayName(NASTY)
    @TmpfsMount(at = "/etc/reported/<img src=x>", size = "64k")
    void hasANastyName() {}
}
