package org.isolatedmounts.internal.supervisor.laying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.isolatedmounts.internal.plan.KeptPath;
import org.isolatedmounts.internal.plan.MountPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Lays layouts in a laboratory, once for each user that it can be; after each test the host must be as it was. */
@ParameterizedClass
@MethodSource("laboratories")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class LaboratoryTestCase {

    final Laboratory laboratory;
    final Path home;
    private HostSnapshot host = HostSnapshot.EMPTY;

    LaboratoryTestCase(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.home = laboratory.home();
    }

    static Stream<Laboratory> laboratories() {
        return Laboratory.all();
    }

    @BeforeEach
    void prepareHost() throws IOException {
        laboratory.clearHome();
        host = HostSnapshot.take();
    }

    @AfterEach
    void hostIsUntouched() throws IOException {
        assertThat(HostSnapshot.take()).isEqualTo(host);
    }

    Path directory(String name) throws IOException {
        return laboratory.directory("home/" + name);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    /** An archive whose entries are named after what they contain. */
    Path archive(Path file, String... entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes(UTF_8));
            }
        }
        return file;
    }

    String laid(String script, MountPlan... mounts) throws IOException {
        return laidKeeping(List.of(), script, mounts).output();
    }

    Observation laidKeeping(List<KeptPath> kept, String script, MountPlan... mounts) throws IOException {
        Observation observation = laboratory.lay(kept, script, mounts);
        assertThat(observation.refusal()).isEmpty();
        assertThat(observation.supervisorUntouched()).isTrue();
        return observation;
    }

    List<String> addedMountPoints(Observation observation) throws IOException {
        List<String> bare = laboratory.lay("").mountPoints();
        return observation.mountPoints().stream()
                .filter(point -> !bare.contains(point))
                .toList();
    }

    /** The message, with the home directory as {@code ~}. */
    String refusal(List<KeptPath> kept, MountPlan... mounts) throws IOException {
        Observation observation = laboratory.lay(kept, "echo must not run", mounts);
        assertThat(observation.output()).isEmpty();
        assertThat(observation.supervisorUntouched()).isTrue();
        return observation.refusal().replace(home.toString(), "~");
    }

    String refusal(MountPlan... mounts) throws IOException {
        return refusal(List.of(), mounts);
    }
}
