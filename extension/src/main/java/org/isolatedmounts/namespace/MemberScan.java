package org.isolatedmounts.namespace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at every thread of every process; lsns(8) looks at main threads only. */
final class MemberScan {

    private static final String NUMBERS = "[0-9]*";

    private final NamespaceId namespace;
    private final List<NamespaceMember> members = new ArrayList<>();
    private int hidden;

    private MemberScan(NamespaceId namespace) {
        this.namespace = namespace;
    }

    static NamespaceMembers of(NamespaceId namespace) throws IOException {
        MemberScan scan = new MemberScan(namespace);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), NUMBERS)) {
            processes.forEach(scan::process);
        }
        scan.members.sort(Comparator.comparingLong(NamespaceMember::pid).thenComparingLong(NamespaceMember::tid));
        return new NamespaceMembers(scan.members, scan.hidden);
    }

    private void process(Path process) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"), NUMBERS)) {
            for (Path thread : threads) {
                thread(process, thread);
            }
        } catch (AccessDeniedException e) {
            hidden++;
        } catch (IOException | DirectoryIteratorException e) {
            // the process has ended
        }
    }

    private void thread(Path process, Path thread) throws AccessDeniedException {
        try {
            Path file = thread.resolve("ns").resolve(namespace.type());
            if (Files.readSymbolicLink(file).toString().equals(namespace.toString())) {
                String name = new String(Files.readAllBytes(thread.resolve("comm")), UTF_8).strip();
                members.add(new NamespaceMember(number(process), number(thread), name));
            }
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            // the thread has ended
        }
    }

    private static long number(Path directory) {
        return Long.parseLong(directory.getFileName().toString());
    }
}
