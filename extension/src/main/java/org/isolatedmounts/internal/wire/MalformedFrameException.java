package org.isolatedmounts.internal.wire;

import org.jspecify.annotations.Nullable;

/** What was received is no frame, or no content of one; whoever sent it is to blame, and nobody else. */
public final class MalformedFrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedFrameException(String message) {
        super(message);
    }

    MalformedFrameException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
