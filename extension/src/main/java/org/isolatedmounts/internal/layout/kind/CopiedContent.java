package org.isolatedmounts.internal.layout.kind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.HostFile;
import org.isolatedmounts.internal.layout.value.Quoted;
import org.isolatedmounts.internal.plan.Source;

/** The content of a file of the host, or of a resource of the tests. */
final class CopiedContent {

    private static final int MOST = 4 << 20;

    private CopiedContent() {}

    static byte[] read(Attribute copyOf, Declaration declaration) {
        if (copyOf.value().startsWith(Source.OF_LAYOUT)) {
            throw copyOf.breaks(
                    "must be a file of the host or a resource",
                    "it is read before the layout is laid: write a path of the host, or use @BindMount");
        }
        try {
            return Resource.isMeant(copyOf)
                    ? resource(copyOf, declaration)
                    : file(copyOf, Path.of(declaration.hostPath(copyOf)));
        } catch (IOException e) {
            throw HostFile.unreadable(copyOf, e);
        }
    }

    private static byte[] file(Attribute copyOf, Path file) throws IOException {
        if (HostFile.exists(copyOf, file) && !Files.isRegularFile(file)) {
            throw copyOf.breaks(
                    "must be a file",
                    "there is a directory or a special file: a whole directory can be had by @BindMount, or copied by @TmpfsMount(copyOf)");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return limited(copyOf, in);
        } catch (NoSuchFileException e) {
            throw copyOf.breaks(
                    "must exist (ENOENT)",
                    "the host has no file " + Quoted.quoted(file) + ": create it before the run, or correct the path (a"
                            + " relative one starts at the project)");
        }
    }

    private static byte[] resource(Attribute copyOf, Declaration declaration) throws IOException {
        Resource resource = Resource.find(copyOf, declaration.classLoader());
        if (resource.isDirectory()) {
            throw copyOf.breaks(
                    "must be a file", "there is a directory: copy a whole directory with @TmpfsMount(copyOf)");
        }
        if (!resource.isInJar()) {
            return file(copyOf, resource.path());
        }
        try (JarFile jar = new JarFile(resource.path().toFile());
                InputStream in = jar.getInputStream(jar.getEntry(resource.entry()))) {
            return limited(copyOf, in);
        }
    }

    private static byte[] limited(Attribute copyOf, InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST + 1);
        if (content.length > MOST) {
            throw copyOf.breaks(
                    "must have at most 4 MiB",
                    copyOf.name().equals("source")
                            ? "show the directory that has it, which may be larger"
                            : "mount the file with @BindMount, or copy the directory that has it with @TmpfsMount(copyOf)");
        }
        return content;
    }
}
