package org.isolatedmounts.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolatedmounts.mountinfo.MountTable;
import org.isolatedmounts.mountinfo.SymbolicLinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tables and namespaces with nothing beside them on the class path: no AssertJ, no JUnit, and until asked for, no jnr-ffi. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class WithoutLibrariesTests {

    @Test
    void tablesAndNamespacesNeedTheJdkOnly() throws Exception {
        assertThat(output("look"))
                .containsExactly(
                        "org.assertj.core.api.Assertions is not there",
                        "org.junit.jupiter.api.Test is not there",
                        "jnr.ffi.Runtime is not there",
                        "true",
                        "true",
                        "1",
                        "1");
    }

    @Test
    void whatNeedsSystemCallsSaysSo() throws Exception {
        assertThat(output("call"))
                .containsExactly(
                        "java.io.IOException: the C library cannot be loaded through jnr-ffi",
                        "java.io.IOException: the C library cannot be loaded through jnr-ffi",
                        "org.isolatedmounts.namespace.NamespaceException: System calls need the library"
                                + " com.github.jnr:jnr-ffi, on which isolated-mounts depends and which cannot be loaded:"
                                + " java.lang.NoClassDefFoundError: jnr/ffi/LibraryLoader. Fix: do not exclude it, nor what"
                                + " it depends on, and let java.io.tmpdir be writable and executable.");
    }

    private static List<String> output(String what) throws Exception {
        String classPath = Stream.of(MountTable.class, WithoutLibrariesTests.class)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        return jvm.inputReader().lines().toList();
    }

    static final class Main {

        private interface Call {
            void make() throws Exception;
        }

        public static void main(String[] arguments) throws Exception {
            if (arguments[0].equals("look")) {
                look();
            } else {
                print(MountTable::watch);
                print(MountTable::ofSelfByStatmount);
                print(() -> MountNamespace.current().owner());
            }
        }

        private static void look() throws Exception {
            for (String name :
                    List.of("org.assertj.core.api.Assertions", "org.junit.jupiter.api.Test", "jnr.ffi.Runtime")) {
                try {
                    Class.forName(name);
                } catch (ClassNotFoundException e) {
                    System.out.println(name + " is not there");
                }
            }
            MountTable before = MountTable.ofSelf();
            System.out.println(before.mountOf("/bin/..", SymbolicLinks.ofSelf()).isPresent());
            System.out.println(before.toPropagationGraph().toSvg().endsWith("</svg>\n"));
            try (MountNamespace namespace = MountNamespace.create()) {
                System.out.print(namespace.run("mount", "-t", "tmpfs", "tmpfs", "/mnt"));
                System.out.println(
                        namespace.mountTable().changesSince(before).mounted().size());
                System.out.println(namespace.members().processes().size());
            }
        }

        private static void print(Call call) {
            try {
                call.make();
                System.out.println("nothing was thrown");
            } catch (IOException e) {
                System.out.println(e);
            } catch (Throwable e) {
                e.printStackTrace(System.out);
            }
        }
    }
}
