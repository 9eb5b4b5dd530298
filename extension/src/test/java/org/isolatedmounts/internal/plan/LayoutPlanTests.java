package org.isolatedmounts.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutPlanTests {

    @Test
    void parentsComeFirst() {
        assertThat(mountPoints("/a/b/c", "/a", "/a/b", "/z/y")).containsExactly("/a", "/a/b", "/z/y", "/a/b/c");
    }

    @Test
    void equalsKeepTheDeclaredOrder() {
        MountPlan lower = bind("/data", "/lower");
        MountPlan upper = bind("/data", "/upper");
        MountPlan other = bind("/aaa", "/other");

        assertThat(new LayoutPlan(List.of(lower, other, upper)).mounts()).containsExactly(lower, other, upper);
        assertThat(new LayoutPlan(List.of(upper, lower, other)).mounts()).containsExactly(upper, lower, other);
    }

    @Test
    void isTheSameWhenMadeAgain() {
        LayoutPlan layout = new LayoutPlan(List.of(bind("/b/c", "/x"), bind("/a", "/x"), bind("/b", "/x")));

        assertThat(new LayoutPlan(layout.mounts())).isEqualTo(layout);
    }

    private static List<String> mountPoints(String... declared) {
        List<MountPlan> mounts =
                Stream.of(declared).map(at -> bind(at, "/source")).toList();
        return new LayoutPlan(mounts)
                .mounts().stream().map(MountPlan::mountPoint).toList();
    }

    private static MountPlan bind(String mountPoint, String source) {
        return new MountPlan(mountPoint, new Tree.Copy(source, true), false, List.of(), "@BindMount");
    }
}
