package org.isolatedmounts.internal.supervisor.laying.mount;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.isolatedmounts.internal.plan.CopiedTree;
import org.jspecify.annotations.Nullable;

/**
 * Copies files into the root directory of a mount that is attached nowhere: permissions, symbolic links and times come along,
 * owners do not. Works in the namespace of the supervisor, where {@code /proc} tells of its descriptors.
 */
public final class TreeCopy {

    private static final int PERMISSIONS = 07777;

    private final Path target;
    private final Map<String, String> owner;

    private TreeCopy(Path target, Map<String, String> owner) {
        this.target = target;
        this.owner = owner;
    }

    /**
     * Copies files.
     *
     * @throws IOException that names the path of what could not be copied
     */
    public static void into(int mount, CopiedTree content) throws IOException {
        TreeCopy copy = new TreeCopy(Path.of("/proc/self/fd/" + mount), content.owner());
        if (content.archive()) {
            copy.entriesOf(content);
        } else {
            copy.directory(Path.of(content.path()).toRealPath());
        }
    }

    private void directory(Path source) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.equals(source)) {
                    Files.createDirectory(copyOf(directory));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = copyOf(file);
                if (attributes.isSymbolicLink()) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(file));
                    give(copy);
                } else if (attributes.isRegularFile()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        Files.copy(in, copy);
                    }
                    finish(copy, mode(file), attributes.lastModifiedTime());
                } else {
                    throw new FileSystemException(file.toString(), null, "is neither a file, a directory nor a link");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!directory.equals(source)) {
                    finish(copyOf(directory), mode(directory), Files.getLastModifiedTime(directory));
                }
                return FileVisitResult.CONTINUE;
            }

            private Path copyOf(Path file) {
                return target.resolve(source.relativize(file).toString());
            }
        });
    }

    /** Archives of Java know no permissions. */
    private void entriesOf(CopiedTree content) throws IOException {
        try (ZipFile archive = new ZipFile(content.path())) {
            List<? extends ZipEntry> entries = archive.stream()
                    .filter(entry -> entry.getName().startsWith(content.prefix())
                            && entry.getName().length() > content.prefix().length())
                    .toList();
            for (ZipEntry entry : entries) {
                Path inside = Path.of(entry.getName().substring(content.prefix().length()))
                        .normalize();
                if (inside.isAbsolute() || inside.startsWith("..")) {
                    throw unfit(content, "it has an entry that leads out of it, " + entry.getName());
                }
                if (inside.toString().isEmpty()) {
                    continue;
                }
                try {
                    copyEntry(archive, entry, inside);
                } catch (FileAlreadyExistsException e) {
                    throw unfit(content, "it has two entries at one path, one is " + entry.getName());
                }
            }
        }
    }

    private static FileSystemException unfit(CopiedTree archive, String reason) {
        return new FileSystemException(archive.path(), null, reason + "; make the archive anew without it");
    }

    private void copyEntry(ZipFile archive, ZipEntry entry, Path inside) throws IOException {
        makeDirectories(entry.isDirectory() ? inside : inside.getParent());
        if (!entry.isDirectory()) {
            Path copy = target.resolve(inside);
            try (InputStream in = archive.getInputStream(entry)) {
                Files.copy(in, copy);
            }
            finish(copy, 0644, entry.getLastModifiedTime());
        }
    }

    private void makeDirectories(@Nullable Path inside) throws IOException {
        if (inside == null) {
            return;
        }
        Path made = target;
        for (Path name : inside) {
            made = made.resolve(name);
            if (!Files.isDirectory(made, NOFOLLOW_LINKS)) {
                Files.createDirectory(made);
                give(made);
                Files.setAttribute(made, "unix:mode", 0755);
            }
        }
    }

    private static int mode(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:mode", NOFOLLOW_LINKS) & PERMISSIONS;
    }

    private void finish(Path copy, int mode, FileTime time) throws IOException {
        give(copy);
        Files.setAttribute(copy, "unix:mode", mode);
        Files.setLastModifiedTime(copy, time);
    }

    private void give(Path copy) throws IOException {
        if (owner.containsKey("uid")) {
            Files.setAttribute(copy, "unix:uid", (int) Long.parseLong(owner.get("uid")), NOFOLLOW_LINKS);
        }
        if (owner.containsKey("gid")) {
            Files.setAttribute(copy, "unix:gid", (int) Long.parseLong(owner.get("gid")), NOFOLLOW_LINKS);
        }
    }
}
