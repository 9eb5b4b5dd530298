package org.isolatedmounts.internal.layout;

import java.nio.file.Path;

/**
 * One declared mount.
 *
 * @param declaredBy as messages name it: {@code @TmpfsMount(at = "/data") on class com.example.SpoolerTest}
 * @param workingDirectory absolute; where relative sources start
 */
record Declaration(String declaredBy, Path workingDirectory) {

    Attribute text(String name, String value) {
        return Attribute.text(declaredBy, name, value);
    }

    Attribute constant(String name, Object value) {
        return Attribute.constant(declaredBy, name, value);
    }

    String mountPoint(String at) {
        return PathSyntax.mountPoint(text("at", at));
    }
}
