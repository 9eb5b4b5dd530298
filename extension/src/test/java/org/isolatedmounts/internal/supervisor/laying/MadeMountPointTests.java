package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyBind;
import static org.isolatedmounts.internal.supervisor.laying.Plans.readOnlyTmpfs;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolatedmounts.internal.plan.MountPlan;
import org.junit.jupiter.api.Test;

/** Mount points that the host does not have. */
class MadeMountPointTests extends LaboratoryTestCase {

    MadeMountPointTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void mountPointsCanBeMadeInAReadOnlyTmpfs() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "echo x > at/deep/er/file && cat at/deep/er/file; touch at/deep/no",
                        readOnlyTmpfs(at, "nosuid", "nodev"),
                        tmpfs(at.resolve("deep/er"))))
                .startsWith("x\n")
                .contains("Read-only file system");
    }

    @Test
    void bindHasMountPointsThatAreThereAndOthers() throws IOException {
        Path source = directory("source");
        directory("source/there");
        Path at = directory("at");

        assertThat(laid(
                        "echo x > at/there/x; echo y > at/missing/y; touch at/there/ro/z; cat at/there/x at/missing/y",
                        bind(source, at),
                        tmpfs(at.resolve("there")),
                        tmpfs(at.resolve("missing")),
                        readOnlyTmpfs(at.resolve("there/ro"), "nosuid")))
                .contains("Read-only file system")
                .endsWith("x\ny\n");
        assertThat(source.resolve("missing")).doesNotExist();
    }

    @Test
    void mountPointsAreMadeInATmpfsWithoutInodes() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "ls at; touch at/new; touch at/deep/er/x && ls at/deep/er; stat -f -c %c at",
                        tmpfs(at, "1m", 1, "1777"),
                        tmpfs(at.resolve("deep/er")),
                        bind(file("source", ""), at.resolve("file"))))
                .startsWith("deep\nfile\n")
                .contains("cannot touch 'at/new': No space left on device")
                .endsWith("x\n4\n");
    }

    @Test
    void missingDirectoryInTheRootDirectoryIsMade() throws IOException {
        String before = laid("ls -A /");
        String rootMode = laboratory.isRoot() ? laid("stat -c '%a' /") : "555\n";

        assertThat(laid(
                        "touch /isolated-a/x /isolated-b/deep/er/y && ls /isolated-a /isolated-b/deep/er; pwd; ls -d ../home;"
                                + " stat -c %a /; readlink /proc/self/cwd; test -r /proc/self/status",
                        tmpfs("/isolated-a"), tmpfs("/isolated-b/deep/er")))
                .isEqualTo("/isolated-a:\nx\n\n/isolated-b/deep/er:\ny\n%1$s\n../home\n%2$s%1$s\n"
                        .formatted(home, rootMode));
        assertThat(laid("ls -A / | grep -v ^isolated-", tmpfs("/isolated-a"))).isEqualTo(before);
    }

    @Test
    void replacedRootHoldsDeclaredAndBoundMountsOnly() throws IOException {
        Observation observation = laidKeeping(List.of(), "touch /new && rm /new", tmpfs("/isolated-a"));

        assertThat(addedMountPoints(observation)).contains("/isolated-a");
        assertThat(observation.mountInfo().lines().filter(line -> line.split(" ", -1)[4].equals("/")))
                .hasSize(1);
    }

    @Test
    void whoMayNotWriteBesideAMadeMountPointOnTheHostMayNotInTheTest() throws IOException {
        String touch = "setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all touch";
        String refusal = "touch: cannot touch '%s/new': Permission denied\n";

        assertThat(laid(
                        "for i in /etc /etc/isolated-app /etc/isolated-app/a; do " + touch
                                + " $i/new && echo made; done",
                        tmpfs("/etc/isolated-app/a/b")))
                .isEqualTo(
                        laboratory.isRoot()
                                ? "made\nmade\nmade\n"
                                : refusal.formatted("/etc")
                                        + refusal.formatted("/etc/isolated-app")
                                        + refusal.formatted("/etc/isolated-app/a"));
    }

    @Test
    void missingDirectoryAndFileInEtcAreMade() throws IOException {
        String before = laid("ls -lAL /etc | grep -v ^total | awk '{print $1, $3, $4, $5, $NF}'");
        Path source = file("source", "configured\n");
        MountPlan directory = tmpfs("/etc/isolated-app");
        MountPlan file = bind(source, "/etc/isolated.conf");

        assertThat(laid("cat /etc/isolated.conf; touch /etc/isolated-app/x && ls /etc/isolated-app", directory, file))
                .isEqualTo("configured\nx\n");
        assertThat(laid(
                        "ls -lAL /etc | grep -v ^total | awk '{print $1, $3, $4, $5, $NF}' | grep -v ' isolated[-.][a-z]*$'",
                        directory,
                        file))
                .isEqualTo(before);
    }

    @Test
    void missingMountPointBelowABindIsMadeBesideTheHost() throws IOException {
        directory("source");
        file("source/entry", "entry\n");
        Files.createSymbolicLink(home.resolve("source/link"), Path.of("entry"));
        Path at = directory("at");

        assertThat(laid(
                        "cat at/entry at/link; touch at/missing/x; ls at; stat -c %u at",
                        bind(home.resolve("source"), at), tmpfs(at.resolve("missing"))))
                .isEqualTo("entry\nentry\nentry\nlink\nmissing\n" + laboratory.user() + "\n");
        assertThat(home.resolve("source/missing")).doesNotExist();
    }

    @Test
    void scaffoldInAReadOnlyBindIsReadOnly() throws IOException {
        Path at = directory("at");

        assertThat(laid(
                        "touch at/x; touch at/missing/x && ls at",
                        readOnlyBind(directory("source"), at),
                        tmpfs(at.resolve("missing"))))
                .contains("Read-only file system", "missing\n");
    }

    @Test
    void missingMountPointInAWritableDirectoryLeavesItWritable() throws IOException {
        Path parent = directory("parent");
        file("parent/entry", "entry\n");

        assertThat(laid("touch parent/x && ls parent; stat -c '%a %u' parent", tmpfs(parent.resolve("missing"))))
                .isEqualTo("entry\nmissing\nx\n755 " + laboratory.user() + "\n");
        assertThat(parent.resolve("x")).doesNotExist();
    }

    @Test
    void devicesSocketsAndPipesAreTakenOver() throws IOException {
        laid("mkfifo pipe");

        assertThat(laid("test -p pipe && echo pipe; ls -A", tmpfs(home.resolve("missing"))))
                .isEqualTo("pipe\nmissing\npipe\n");
        assertThat(laid("echo x > /dev/null && test -c /dev/null && echo device", tmpfs("/dev/isolated")))
                .isEqualTo("device\n");
    }
}
