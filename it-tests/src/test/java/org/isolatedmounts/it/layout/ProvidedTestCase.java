package org.isolatedmounts.it.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.isolatedmounts.FullDisk;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.TmpfsMount;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutMatrix;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.LayoutSource;
import org.isolatedmounts.layout.MountSpec;
import org.isolatedmounts.layout.StandardLayout;
import org.isolatedmounts.mountinfo.MountEntry;
import org.isolatedmounts.mountinfo.MountTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Tests with layouts that code makes, and the code. */
@LayoutSource(ProvidedTestCase.Noted.class)
@TmpfsMount(at = "/isolated-mounts-it-declared", size = "64k")
class ProvidedTestCase {

    /** The system property that all code of a provider sets: nobody has it but the fork of the provider. */
    static final String PROPERTY = "isolated-mounts-it.provided";

    /** The configuration parameter that names a file of the host, to which {@link Noted} writes. */
    static final String NOTES = "isolated-mounts-it.notes";

    static final String DATA = "/isolated-mounts-it-data";

    static class Noted implements LayoutProvider {

        static {
            System.setProperty(PROPERTY, "initialised");
        }

        @Override
        public Layout layout(LayoutContext context) throws IOException {
            System.setProperty(PROPERTY, "called");
            String namespace =
                    Files.readSymbolicLink(Path.of("/proc/self/ns/mnt")).toString();
            Files.writeString(
                    Path.of(context.configurationParameter(NOTES).orElseThrow()),
                    namespace + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            System.out.println("a provider prints");
            return Layout.host()
                    .with(
                            MountSpec.tmpfs(DATA).size("128k").options(MountOption.NOEXEC),
                            MountSpec.absentPath("/etc/isolated-mounts-it-missing"));
        }
    }

    @Test
    void hasWhatTheProviderMade(Layout layout) throws IOException {
        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(Files.getFileStore(Path.of(DATA)).getTotalSpace()).isEqualTo(128 << 10);
        assertThat(layout.mounts())
                .containsExactlyInAnyOrder(
                        MountSpec.tmpfs(DATA).size("128k").options(MountOption.NOEXEC),
                        MountSpec.absentPath("/etc/isolated-mounts-it-missing"),
                        MountSpec.tmpfs("/isolated-mounts-it-declared").size("64k"));
    }

    @Test
    @FullDisk(DATA)
    void anInnerMountReplacesIt(Layout layout) throws IOException {
        assertThat(Files.getFileStore(Path.of(DATA)).getUsableSpace()).isZero();
        assertThat(layout.mounts()).contains(MountSpec.tmpfs(DATA).size("1m").free("0"));
    }

    static class ReadOnlyDirectory implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            String at = context.findAnnotation(LayoutMatrix.class).orElseThrow().at();
            return Layout.host()
                    .with(MountSpec.readOnlyPath("/etc"), MountSpec.tmpfs(at).inodes(3));
        }
    }

    @LayoutMatrix(at = DATA, value = StandardLayout.READ_ONLY, sources = ReadOnlyDirectory.class)
    void matrix(Layout layout, TestInfo info) throws IOException {
        boolean own = info.getDisplayName().equals("ReadOnlyDirectory");
        assertThat(own || info.getDisplayName().equals("READ_ONLY")).isTrue();
        assertThat(layout.mounts()).hasSize(own ? 4 : 3);
        assertThat(MountTable.ofSelf().at("/etc").filter(MountEntry::isReadOnly).isPresent())
                .isEqualTo(own);
        assertThat(Files.isWritable(Path.of(DATA))).isEqualTo(own);
    }

    static class ReadOnlyEtc implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host().with(MountSpec.readOnlyPath("/etc"));
        }
    }

    static class Throwing implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            throw new IllegalStateException("no layout today");
        }
    }

    static class Null implements LayoutProvider {

        @Override
        @SuppressWarnings("NullAway") // that is the mistake
        public Layout layout(LayoutContext context) {
            return null;
        }
    }

    static class Exiting implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            System.exit(3);
            return Layout.host();
        }
    }

    static class Unready implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            assumeTrue(false, "nothing to lay");
            return Layout.host();
        }
    }

    static class Uninitialised implements LayoutProvider {

        static final int NUMBER = Integer.parseInt("none");

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host().with(MountSpec.tmpfs("/" + NUMBER));
        }
    }

    static class Hanging implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) throws InterruptedException {
            Thread.currentThread().join();
            return Layout.host();
        }
    }

    /** Puts what is no attribute where attributes are. */
    static class Forging implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) throws ReflectiveOperationException {
            MountSpec<?> mount = MountSpec.tmpfs(DATA).size("1m");
            Field attributes = MountSpec.class.getDeclaredField("attributes");
            attributes.setAccessible(true);
            Field set = attributes.getType().getDeclaredField("set");
            set.setAccessible(true);
            @SuppressWarnings("unchecked") // it is one
            Map<String, Object> values = (Map<String, Object>) set.get(attributes.get(mount));
            values.put("size", new HashMap<>(Map.of("a", "b")));
            return Layout.host().with(mount);
        }
    }

    static class Large implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            return Layout.host().with(MountSpec.fileContent(DATA).text("x".repeat(20_000_000)));
        }
    }

    static class FailingTestCase {

        @Test
        @LayoutSource(Forging.class)
        void forging() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Large.class)
        void large() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Throwing.class)
        void throwing() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Null.class)
        void nothing() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Exiting.class)
        void exiting() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Unready.class)
        void unready() {
            throw new AssertionError("run");
        }

        @Test
        @LayoutSource(Uninitialised.class)
        void uninitialised() {
            throw new AssertionError("run");
        }
    }

    @LayoutSource(Throwing.class)
    static class AllFailingTestCase {

        @Test
        void one() {
            throw new AssertionError("run");
        }

        @Test
        void other() {
            throw new AssertionError("run");
        }
    }

    @LayoutSource(Hanging.class)
    static class HangingTestCase {

        @Test
        void waits() {
            throw new AssertionError("run");
        }
    }
}
