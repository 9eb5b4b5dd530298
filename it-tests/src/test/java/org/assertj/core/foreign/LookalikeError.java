package org.assertj.core.foreign;

import java.io.IOException;
import java.io.ObjectInputStream;
import org.isolatedmounts.it.callbacks.CallLog;

/** A fixture: of a test, whatever its package says. */
public class LookalikeError extends AssertionError {

    private static final long serialVersionUID = 1;

    public LookalikeError(String message) {
        super(message);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        CallLog.add("lookalike:readObject");
        in.defaultReadObject();
    }
}
