package org.isolatedmounts.namespace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What has become of a task, as it travels back. */
record TaskOutcome(@Nullable Object value, @Nullable Throwable failure) implements Serializable {

    /** The type comes from the task. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    <T extends @Nullable Object> T get() throws ExecutionException {
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return (T) value;
    }

    /** What cannot be serialised, or not be read again, is replaced by the failure to do so. */
    static byte[] toBytes(TaskOutcome outcome) throws IOException {
        try {
            byte[] bytes = serialise(outcome);
            read(new ByteArrayInputStream(bytes));
            return bytes;
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return serialise(new TaskOutcome(null, outcome.substitute(e)));
        }
    }

    private Throwable substitute(Exception problem) {
        if (failure == null) {
            return new NotSerializableException("The result of the task cannot be serialised: " + problem);
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return new RuntimeException("an exception that cannot be serialised (" + problem + "): " + trace);
    }

    static TaskOutcome read(InputStream in) throws IOException, ClassNotFoundException {
        return (TaskOutcome) new ObjectInputStream(in).readObject();
    }

    static byte[] serialise(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
