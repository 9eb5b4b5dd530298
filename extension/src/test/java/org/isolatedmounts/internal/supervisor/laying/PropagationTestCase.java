package org.isolatedmounts.internal.supervisor.laying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolatedmounts.internal.plan.PropagationType.PRIVATE;
import static org.isolatedmounts.internal.plan.PropagationType.SHARED;
import static org.isolatedmounts.internal.plan.PropagationType.UNBINDABLE;
import static org.isolatedmounts.internal.supervisor.laying.Plans.bindOfLayout;
import static org.isolatedmounts.internal.supervisor.laying.Plans.propagating;
import static org.isolatedmounts.internal.supervisor.laying.Plans.tmpfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.LayoutPlan;
import org.isolatedmounts.internal.plan.MountPlan;
import org.isolatedmounts.internal.plan.PropagationType;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountPropagation;
import org.isolatedmounts.mountinfo.MountTable;

/** Mounts of each propagation type, as sources and as parents. */
abstract class PropagationTestCase extends LaboratoryTestCase {

    PropagationTestCase(Laboratory laboratory) {
        super(laboratory);
    }

    /** A mount of the type at {@code a}; where it has a master, that is at {@code m}. */
    List<MountPlan> source(PropagationType type) throws IOException {
        Path a = directory("a");
        return type.isSlave()
                ? List.of(
                        propagating(tmpfs(directory("m")), SHARED),
                        propagating(bindOfLayout(home.resolve("m"), a, false), type))
                : List.of(propagating(tmpfs(a), type));
    }

    /** A mount of the type at {@code p}, which shows what is at {@code q}. */
    List<MountPlan> parent(PropagationType type) throws IOException {
        boolean propagates = type.isSlave() || type.isShared();
        return List.of(
                propagating(tmpfs(directory("q")), propagates ? SHARED : PRIVATE),
                propagating(bindOfLayout(home.resolve("q"), directory("p"), false), type));
    }

    static void assertIs(PropagationType type, MountPropagation observed, String row) {
        assertThat(observed.isShared()).as(row).isEqualTo(type.isShared());
        assertThat(observed.isSlave()).as(row).isEqualTo(type.isSlave());
        assertThat(observed.unbindable()).as(row).isEqualTo(type == UNBINDABLE);
    }

    Observation observation(LayoutPlan layout, String script) throws IOException {
        Observation observation = laboratory.lay(List.of(), script, layout);
        assertThat(observation.refusal()).as("%s", layout).isEmpty();
        assertThat(observation.supervisorUntouched()).isTrue();
        return observation;
    }

    MountPropagation at(String path, MountTable table) {
        return mounts(path, table).reduce((below, above) -> above).orElseThrow().propagation();
    }

    Stream<MountEntry> mounts(String path, MountTable table) {
        return table.mounts().stream()
                .filter(mount -> mount.mountPoint().equals(home.resolve(path).toString()));
    }
}
