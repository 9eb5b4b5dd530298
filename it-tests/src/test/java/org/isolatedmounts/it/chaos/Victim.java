package org.isolatedmounts.it.chaos;

import java.util.List;
import java.util.Optional;
import org.isolatedmounts.internal.plan.ForkPipes;
import org.isolatedmounts.it.harness.Processes;
import org.isolatedmounts.it.harness.Processes.OneProcess;

/** Who is killed, and how to find it among the descendants of the host JVM. */
enum Victim {
    HOST_JVM(1500),
    SUPERVISOR_UNSHARE(1200),
    SUPERVISOR_SHELL(1200),
    SUPERVISOR_JVM(1200),
    FORK_UNSHARE(700),
    FORK_SHELL(700),
    FORK_JVM(700),
    CHILD_OF_TEST(120),
    DAEMON_OF_TEST(120);

    /** The command lines of the processes that the test starts. */
    static final List<String> CHILD = List.of("sleep", "3601");

    static final List<String> DAEMON = List.of("sleep", "3602");

    private static final String ARGUMENTS_OF_FORK = "@" + ForkPipes.path(ForkPipes.ARGUMENTS);

    private static final String SUPERVISOR_MAIN = "org.isolatedmounts.internal.supervisor.SupervisorMain";

    /** How many milliseconds it lives, roughly: a kill at a random moment of that time mostly hits. */
    final int lifetime;

    Victim(int lifetime) {
        this.lifetime = lifetime;
    }

    boolean isOfTest() {
        return this == CHILD_OF_TEST || this == DAEMON_OF_TEST;
    }

    boolean isOfSupervisor() {
        return this == SUPERVISOR_UNSHARE || this == SUPERVISOR_SHELL || this == SUPERVISOR_JVM;
    }

    boolean isOfFork() {
        return this == FORK_UNSHARE || this == FORK_SHELL || this == FORK_JVM;
    }

    Optional<OneProcess> find(Processes processes, long host) {
        return findAll(processes, host).stream().findFirst();
    }

    List<OneProcess> findAll(Processes processes, long host) {
        if (this == HOST_JVM) {
            return processes.byId(host).stream().toList();
        }
        return processes.descendants(host).stream()
                .filter(process -> matches(process, processes, host))
                .toList();
    }

    private boolean matches(OneProcess process, Processes processes, long host) {
        List<String> command = process.command();
        if (command.isEmpty()) {
            return false;
        }
        String parent = processes
                .byId(process.parent())
                .map(OneProcess::command)
                .filter(words -> !words.isEmpty())
                .map(words -> name(words))
                .orElse("");
        String program = name(command);
        boolean ofSupervisor = command.contains(SUPERVISOR_MAIN);
        boolean ofFork = command.contains(ARGUMENTS_OF_FORK);
        return switch (this) {
            case HOST_JVM -> process.pid() == host;
            case SUPERVISOR_UNSHARE -> ofSupervisor && process.parent() == host;
            case SUPERVISOR_SHELL -> ofSupervisor && parent.equals("unshare");
            case SUPERVISOR_JVM -> ofSupervisor && program.equals("java") && parent.equals("sh");
            case FORK_UNSHARE -> ofFork && parent.equals("java");
            case FORK_SHELL -> ofFork && parent.equals("unshare");
            case FORK_JVM -> ofFork && program.equals("java") && parent.equals("sh");
            // a process that is about to become it still has the command line of the JVM
            case CHILD_OF_TEST -> startsWith(command, CHILD);
            case DAEMON_OF_TEST -> startsWith(command, DAEMON);
        };
    }

    private static boolean startsWith(List<String> command, List<String> words) {
        return command.size() >= words.size()
                && command.subList(0, words.size()).equals(words);
    }

    private static String name(List<String> command) {
        return command.get(0).substring(command.get(0).lastIndexOf('/') + 1);
    }
}
