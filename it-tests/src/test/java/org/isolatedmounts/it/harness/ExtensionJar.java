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

    private static final Pattern MAIN_CLASS = Pattern.compile("<mainClass>(.*?)</mainClass>");

    private ExtensionJar() {}

    public static void copyTo(Path jar) throws IOException {
        Path classes = classes();
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, jar);
            return;
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest());
                Stream<Path> files = Files.walk(classes)) {
            for (Path entry : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
                Files.copy(entry, out);
                out.closeEntry();
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
        Matcher mainClass = MAIN_CLASS.matcher(Files.readString(checkout().resolve("extension/pom.xml")));
        if (!mainClass.find()) {
            throw new IOException("extension/pom.xml names no main class");
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass.group(1));
        return manifest;
    }

    /** The directory of the parent project. */
    public static Path checkout() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }
}
