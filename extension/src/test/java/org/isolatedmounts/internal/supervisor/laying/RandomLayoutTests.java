package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.layout.check.LayoutCheck;
import org.isolatedmounts.internal.layout.value.InvalidLayoutException;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Of any layout it is known before the fork whether it can be laid, and what was declared is what is in the table;
 * {@code -Dlayout.seed=} repeats a run.
 */
class RandomLayoutTests extends LaboratoryTestCase {

    private static final long SEED = Long.getLong("layout.seed", System.nanoTime());

    RandomLayoutTests(Laboratory laboratory) {
        super(laboratory);
    }

    @Test
    void someLayoutsAreLaidAsDeclared(TestReporter reporter) throws IOException {
        layAndCompare(100, reporter);
    }

    @Test
    @Tag("full")
    @Timeout(600)
    void manyLayoutsAreLaidAsDeclared(TestReporter reporter) throws IOException {
        layAndCompare(1000, reporter);
    }

    private void layAndCompare(int layouts, TestReporter reporter) throws IOException {
        reporter.publishEntry("layout.seed", Long.toString(SEED));
        prepareFiles();
        RandomLayouts random = new RandomLayouts(SEED, home, laboratory.mountsDisks());
        int laid = 0;
        for (int i = 0; i < layouts; i++) {
            List<MountPlan> declared = random.next();
            try {
                assertLaidAsDeclared(LayoutCheck.check(declared, random.hostMounts()));
                laid++;
            } catch (InvalidLayoutException refused) {
                assertThat(refused).hasMessageMatching("(?s)@.* must .*; .*");
            }
        }
        assertThat(laid).as("laid of %d", layouts).isGreaterThan(layouts / 10);
    }

    private void assertLaidAsDeclared(LayoutPlan layout) throws IOException {
        String script = "find . -name no-such-file >/dev/null 2>&1"
                + layout.mounts().stream()
                        .filter(MountPlan::isAbsent)
                        .map(plan -> "; ls -d '" + plan.mountPoint() + "' 2>/dev/null")
                        .collect(Collectors.joining());
        Observation observation = laboratory.lay(List.of(), script, layout);
        assertThat(observation.supervisorUntouched()).isTrue();
        if (layout.isPropagating() && observation.refusal().contains("hidden by another one of the same layout")) {
            return; // what propagates covers what the check cannot foresee
        }
        assertThat(observation.refusal()).as("seed %d: %s", SEED, layout).isEmpty();
        assertThat(observation.output()).as("seed %d: %s", SEED, layout).isEmpty();
        MountTable table = MountTable.parse(observation.mountInfo());
        for (MountPlan plan : layout.mounts()) {
            if (plan.isAbsent()) {
                continue;
            }
            String place = observation.real(plan.mountPoint());
            MountEntry entry = table.at(place)
                    .orElseThrow(() -> new AssertionError("seed " + SEED + ": nothing at " + place + ": " + layout));
            assertThat(entry).as("seed %d: %s", SEED, layout).satisfies(mount -> {
                assertThat(mount.mountPoint()).isEqualTo(place);
                assertThat(mount.mountOptions()).containsAll(plan.options());
                boolean copy = plan.tree() instanceof Tree.Copy;
                assertThat(mount.isReadOnly()).isIn(plan.readOnly(), plan.readOnly() || copy);
                boolean ofOthers = copy || plan.tree() instanceof Tree.Overlay;
                boolean scaffold = mount.source().equals("isolated-mounts") && ofOthers;
                if (!scaffold) {
                    assertThat(mount.propagation().isShared())
                            .isEqualTo(plan.propagation().isShared());
                    assertThat(mount.propagation().isSlave())
                            .isEqualTo(plan.propagation().isSlave());
                    assertThat(mount.propagation().unbindable())
                            .isEqualTo(plan.propagation() == PropagationType.UNBINDABLE);
                }
                if (!copy && !scaffold) {
                    assertThat(mount.fileSystemType()).isEqualTo(type(plan.tree()));
                }
            });
        }
        ByHand.assertSame(laboratory, observation);
    }

    private static String type(Tree tree) {
        return tree instanceof Tree.Overlay ? "overlay" : tree instanceof Tree.Disk ? "ext4" : "tmpfs";
    }

    private void prepareFiles() throws IOException {
        for (String name : List.of("a", "a/b", "a/b/c", "b", "c", "c/x y", "b/a")) {
            own(directory(name));
        }
        for (String name : List.of("file", "a/file", "a/b/file", "c/x y/file")) {
            own(file(name, "text\n"));
        }
        Files.createSymbolicLink(home.resolve("link"), Path.of("a/b"));
        Files.createSymbolicLink(home.resolve("a/link"), home.resolve("c"));
        Files.createSymbolicLink(home.resolve("b/link"), Path.of("file"));
        Files.createSymbolicLink(home.resolve("loose"), Path.of("new/x y"));
    }

    private void own(Path file) throws IOException {
        if (!laboratory.isOfTheTestRunner()) {
            Files.setAttribute(file, "unix:uid", laboratory.user());
            Files.setAttribute(file, "unix:gid", laboratory.user());
        }
    }
}
