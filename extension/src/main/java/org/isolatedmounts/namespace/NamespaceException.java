package org.isolatedmounts.namespace;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something could not be done with a namespace. The message says what, with the error of the system, and what to do. */
public class NamespaceException extends IOException {

    private static final long serialVersionUID = 1;

    NamespaceException(String message) {
        super(message);
    }

    NamespaceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
