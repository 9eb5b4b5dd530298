package org.isolatedmounts.namespace;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends a task to a JVM in a namespace and waits for the outcome. */
final class TaskCall {

    private TaskCall() {}

    static <T extends @Nullable Object> T call(List<String> entrance, NamespaceTask<T> task)
            throws IOException, InterruptedException, ExecutionException {
        byte[] request = serialise(task);
        try (NamespaceProcess jvm = new Launch(entrance, Redirect.INHERIT).start(TaskCommand.of(TaskMain.class))) {
            return Attendance.await(() -> exchange(jvm.process(), request)).get();
        }
    }

    private static TaskOutcome exchange(Process jvm, byte[] request) throws IOException, InterruptedException {
        try (OutputStream out = jvm.getOutputStream()) {
            out.write(request);
            out.flush();
            return TaskOutcome.read(jvm.getInputStream());
        } catch (ClassNotFoundException e) {
            throw new NamespaceException(
                    "The outcome of the task has a class that is not known here: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new NamespaceException(
                    "The JVM in the namespace ended with exit status " + jvm.waitFor()
                            + " before it told the outcome of the task; its standard error is that of this JVM.",
                    e);
        }
    }

    private static byte[] serialise(NamespaceTask<?> task) throws IOException {
        try {
            return TaskOutcome.serialise(task);
        } catch (NotSerializableException e) {
            throw new NamespaceException(
                    "The task captures a " + e.getMessage()
                            + ", which is not Serializable. Fix: let it use local variables"
                            + " only, paths as strings, and no field or instance method of its class.",
                    e);
        }
    }
}
