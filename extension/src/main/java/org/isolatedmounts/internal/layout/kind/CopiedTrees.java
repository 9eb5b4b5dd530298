package org.isolatedmounts.internal.layout.kind;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.HostFile;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.isolatedmounts.internal.plan.Source;
import org.jspecify.annotations.Nullable;

/** The files that {@code copyOf} names: of a directory or an archive, of the host or the class path. */
final class CopiedTrees {

    /** What a file takes on most file systems, and on a tmpfs: whole pages. */
    private static final int PAGE = 4096;

    private CopiedTrees() {}

    /**
     * The files; null if there are to be none.
     *
     * @param room how many bytes they may take, at most
     */
    static @Nullable CopiedTree of(
            Attribute copyOf, BigInteger room, Map<String, String> owner, Declaration declaration) {
        if (copyOf.value().isEmpty()) {
            return null;
        }
        if (copyOf.value().startsWith(Source.OF_LAYOUT)) {
            throw copyOf.breaks(
                    "must be a directory or an archive of the host or the class path",
                    "it is copied before the layout is laid: write a path of the host, or use @OverlayMount");
        }
        CopiedTree tree = Resource.isMeant(copyOf)
                ? of(copyOf, Resource.find(copyOf, declaration.classLoader()), owner)
                : of(copyOf, Path.of(declaration.hostPath(copyOf)), owner);
        long size = size(copyOf, tree);
        if (BigInteger.valueOf(size).compareTo(room) > 0) {
            throw copyOf.breaks(
                    "must fit into `size`", "its files take " + size + " bytes: write a larger `size`, or copy less");
        }
        return tree;
    }

    static CopiedTree of(Attribute copyOf, Resource resource, Map<String, String> owner) {
        if (!resource.isInJar()) {
            return of(copyOf, resource.path(), owner);
        }
        if (!resource.isDirectory()) {
            throw copyOf.breaks(
                    "must be a directory or an archive",
                    "it is a file in " + quoted(resource.path()) + ": use @FileContent for a single file");
        }
        return new CopiedTree(resource.path().toString(), true, resource.entry(), owner);
    }

    private static CopiedTree of(Attribute copyOf, Path path, Map<String, String> owner) {
        if (Files.isDirectory(path)) {
            return CopiedTree.ofDirectory(path.toString(), owner);
        }
        if (!HostFile.exists(copyOf, path)) {
            throw copyOf.breaks(
                    "must exist (ENOENT)",
                    (Files.isSymbolicLink(path)
                                    ? "a symbolic link leads nowhere, "
                                    : "the host has no directory or file ")
                            + quoted(path)
                            + ": create it before the run, or correct the path (a relative one starts at the project)");
        }
        if (Files.isRegularFile(path) && isArchive(copyOf, path)) {
            return new CopiedTree(path.toString(), true, "", owner);
        }
        throw copyOf.breaks(
                "must be a directory, or an archive of zip or jar",
                "there is another file: unpack it before the run, or use @FileContent for a single file");
    }

    private static boolean isArchive(Attribute copyOf, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(2);
            return begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
        } catch (IOException e) {
            throw HostFile.unreadable(copyOf, e);
        }
    }

    private static long size(Attribute copyOf, CopiedTree tree) {
        try {
            return tree.archive()
                    ? sizeOfEntries(tree)
                    : sizeOfFiles(copyOf, Path.of(tree.path()).toRealPath());
        } catch (IOException e) {
            throw HostFile.unreadable(copyOf, e);
        }
    }

    private static long sizeOfEntries(CopiedTree tree) throws IOException {
        try (ZipFile archive = new ZipFile(tree.path())) {
            return archive.stream()
                    .filter(entry -> entry.getName().startsWith(tree.prefix()))
                    .mapToLong(ZipEntry::getSize)
                    .map(CopiedTrees::pages)
                    .sum();
        }
    }

    private static long sizeOfFiles(Attribute copyOf, Path directory) throws IOException {
        long[] sum = new long[1];
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isOther()) {
                    throw copyOf.breaks(
                            "must have nothing but files, directories and symbolic links",
                            quoted(file) + " is something else: remove it, or use @BindMount or @OverlayMount");
                }
                if (attributes.isRegularFile() && !Files.isReadable(file)) {
                    throw copyOf.breaks(
                            "must be readable (EACCES)",
                            quoted(file) + " is not: make it readable for who runs the test, or copy something else");
                }
                sum[0] += attributes.isRegularFile() ? pages(attributes.size()) : 0;
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    private static long pages(long bytes) {
        return (bytes + PAGE - 1) / PAGE * PAGE;
    }
}
