package org.isolatedmounts.namespace;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** The JVM in a namespace: takes a task from its standard input and gives the outcome to its standard output. */
final class TaskMain {

    private TaskMain() {}

    public static void main(String[] args) throws IOException {
        OutputStream answer = System.out;
        // what the task prints must not come between
        System.setOut(new PrintStream(System.err, true));
        answer.write(TaskOutcome.toBytes(run()));
        answer.flush();
        System.exit(0);
    }

    private static TaskOutcome run() {
        try (ObjectInputStream in = new ObjectInputStream(System.in)) {
            return new TaskOutcome(((NamespaceTask<?>) in.readObject()).call(), null);
        } catch (Throwable e) {
            return new TaskOutcome(null, e);
        }
    }
}
