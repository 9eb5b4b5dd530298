package org.isolatedmounts.internal.availability;

/** Who started the container that this process runs in, as far as it can be seen: the words of a fix depend on it. */
enum Container {
    KUBERNETES,
    DOCKER,
    PODMAN,
    NONE;

    static Container around(Machine machine) {
        if (machine.exists("/var/run/secrets/kubernetes.io")) {
            return KUBERNETES;
        }
        if (machine.exists("/run/.containerenv")) {
            return PODMAN;
        }
        return machine.exists("/.dockerenv") ? DOCKER : NONE;
    }

    /** GitHub's job containers and those of others take such options as well. */
    String runWith(String options) {
        return (this == PODMAN ? "podman" : "docker") + " run " + options
                + " (GitHub Actions: jobs.<job>.container.options)";
    }

    String onHost() {
        return this == NONE ? "" : "on the host of the container: ";
    }
}
