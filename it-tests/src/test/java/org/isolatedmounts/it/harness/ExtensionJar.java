package org.isolatedmounts.it.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isolatedmounts.IsolatedMounts;

/** The jar of the extension, or, before it is made, a jar of the directory that it is going to be made of. */
public final class ExtensionJar {

    private ExtensionJar() {}

    public static void copyTo(Path jar) throws IOException {
        Path classes = classes();
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, jar);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            addFiles(classes, out);
        }
    }

    /** All files below a directory, with the names that they have there. */
    public static void addFiles(Path directory, JarOutputStream jar) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(directory.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    private static Path classes() {
        try {
            return Path.of(IsolatedMounts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, inPom("mainClass"));
        manifest.getMainAttributes().putValue("Automatic-Module-Name", inPom("Automatic-Module-Name"));
        return manifest;
    }

    private static String inPom(String element) throws IOException {
        String pom = Files.readString(checkout().resolve("extension/pom.xml"));
        Matcher matcher =
                Pattern.compile("<" + element + ">(.*?)</" + element + ">").matcher(pom);
        if (!matcher.find()) {
            throw new IOException("extension/pom.xml has no <" + element + ">");
        }
        return matcher.group(1);
    }

    /** The directory of the parent project. */
    public static Path checkout() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }
}
