package org.isolatedmounts.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.availability.Denying.AS_ROOT;
import static org.isolatedmounts.internal.availability.Denying.KEEPING_RIGHTS;
import static org.isolatedmounts.internal.availability.Denying.WITHOUT_RIGHTS;
import static org.isolatedmounts.internal.availability.Denying.chroot;
import static org.isolatedmounts.internal.availability.Denying.filter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.internal.availability.Denying;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor where the kernel really denies; what takes no native code is tested with the jar itself. */
@Timeout(120)
class RealDoctorTests {

    @Test
    void aFilterThatDeniesUnshare() throws Exception {
        assertThat(doctor(1, WITHOUT_RIGHTS, filter("unshare")))
                .contains("system calls are filtered (Seccomp: 2, filters: ")
                .contains("creating a user namespace is denied by a seccomp filter")
                .contains("--security-opt seccomp=unconfined");
    }

    @Test
    void aFilterThatDeniesMountToRoot() throws Exception {
        assertThat(doctor(1, AS_ROOT, filter("mount")))
                .contains("will NOT run here as root.")
                .contains("root: creating a mount namespace is denied by a seccomp filter")
                .contains("ordinary user: not probed, as root cannot become uid 65534: ");
    }

    /** Programs do without these calls, and their answer would be yes. */
    @ParameterizedTest
    @ValueSource(strings = "mount_setattr")
    void aFilterThatDeniesACallOfLaying(String call) throws Exception {
        assertThat(doctor(1, AS_ROOT, filter(call)))
                .contains("will NOT run here as root.")
                .contains("root: laying mounts by system calls is denied by a seccomp filter")
                .contains(call + "(2): Operation not permitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsopen", "open_tree", "move_mount"})
    @Tag("full")
    void aFilterThatDeniesAnotherCallOfLaying(String call) throws Exception {
        aFilterThatDeniesACallOfLaying(call);
    }

    @Test
    void aChroot(@TempDir Path directory) throws Exception {
        assertThat(doctor(1, KEEPING_RIGHTS, chroot(directory), WITHOUT_RIGHTS))
                .contains("root directory: no mount, as in a chroot")
                .contains("creating a user namespace is denied because this process runs in a chroot");
        assertThat(directory).isEmptyDirectory();
    }

    @SafeVarargs
    private static String doctor(int status, List<String>... surroundings) throws Exception {
        Denying.Outcome outcome = Denying.run(Map.of(), Denying.java(DoctorMain.class, "doctor"), surroundings);
        assertThat(outcome.status()).as(outcome.output()).isEqualTo(status);
        return outcome.output();
    }
}
