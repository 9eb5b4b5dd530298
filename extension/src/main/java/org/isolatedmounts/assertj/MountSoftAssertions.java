package org.isolatedmounts.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions, for mounts as well. AssertJ's {@code SoftAssertionsExtension} injects them into test
 * methods and fields, and reports their failures at the end of the test.
 */
public class MountSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, MountSoftAssertionsProvider {

    /** Makes soft assertions without any failure. */
    public MountSoftAssertions() {}

    /**
     * Runs assertions and reports all their failures.
     *
     * <pre><code class="java">
     * // passes
     * MountSoftAssertions.assertSoftly(softly -> {
     *     softly.assertThat(table).hasMountAt("/data");
     *     softly.assertThat(1 + 1).isEqualTo(2);
     * });
     * // fails
     * MountSoftAssertions.assertSoftly(softly -> {
     *     softly.assertThat(table).hasMountAt("/nowhere");
     *     softly.assertThat(1 + 1).isEqualTo(3);
     * });</code></pre>
     *
     * @param assertions what to run
     */
    public static void assertSoftly(Consumer<MountSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(MountSoftAssertions.class, assertions);
    }
}
