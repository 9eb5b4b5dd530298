package org.isolatedmounts.internal.availability.machine;

import java.util.stream.Stream;

/** Who started the container that this process runs in, as far as it can be seen: the words of a fix depend on it. */
public enum Container {
    KUBERNETES("Kubernetes", "/var/run/secrets/kubernetes.io"),
    PODMAN("Podman", "/run/.containerenv"),
    DOCKER("Docker", "/.dockerenv"),
    NONE("none", "");

    private final String title;
    private final String mark;

    Container(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    public static Container around(Machine machine) {
        return Stream.of(values())
                .filter(container -> container != NONE && machine.exists(container.mark))
                .findFirst()
                .orElse(NONE);
    }

    public String title() {
        return title;
    }

    /** The path that gives it away. */
    public String mark() {
        return mark;
    }

    /** GitHub's job containers and those of others take such options as well. */
    public String runWith(String options) {
        return (this == PODMAN ? "podman" : "docker") + " run " + options
                + " (GitHub Actions: jobs.<job>.container.options)";
    }

    public String onHost() {
        return this == NONE ? "" : "on the host of the container: ";
    }
}
