package org.isolatedmounts.it.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What the layout of a test could have changed for the host: mounts, entries of directories, what they contain. */
record HostView(String mountInfo, List<String> root, List<String> etc) {

    static HostView take() throws IOException {
        return new HostView(
                Files.readString(Path.of("/proc/self/mountinfo")), listing(Path.of("/")), listing(Path.of("/etc")));
    }

    /** A line for each entry: name, type, permissions, what it is a link to or what a readable file contains. */
    static List<String> listing(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(HostView::describe).sorted().toList();
        }
    }

    private static String describe(Path entry) {
        try {
            String mode =
                    Integer.toOctalString((Integer) Files.getAttribute(entry, "unix:mode", LinkOption.NOFOLLOW_LINKS));
            String content = Files.isSymbolicLink(entry)
                    ? Files.readSymbolicLink(entry).toString()
                    : Files.isRegularFile(entry) && Files.isReadable(entry) ? digest(entry) : "";
            return entry + " " + mode + " " + content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static int uid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRoot() {
        return uid() == 0;
    }
}
