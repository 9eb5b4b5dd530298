package org.isolatedmounts.it.callbacks;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

class FieldExtension implements BeforeEachCallback {

    private final String name;

    FieldExtension(String name) {
        this.name = name;
        CallLog.add(name + "-field:constructor");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        CallLog.add(name + "-field:beforeEach");
    }
}
