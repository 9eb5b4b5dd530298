package org.isolatedmounts.it.callbacks;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@IsolatedMounts
@ClassTemplate
@ExtendWith(EverythingExtension.class)
public class HooksClassTemplateTestCase {

    static {
        CallLog.add("static-initialiser");
    }

    @Test
    void test() {
        CallLog.add("test");
    }
}
