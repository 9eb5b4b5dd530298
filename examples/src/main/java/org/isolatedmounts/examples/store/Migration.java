package org.isolatedmounts.examples.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings the data of a service from version 1, a {@code .csv} file for each table, to version 2, {@code .tsv} files. In place,
 * as a copy of production data would take hours.
 *
 * <p>Its tests need a directory that it may change, and that is as it was for the next test. Usually each test copies one
 * into a temporary directory, and the path becomes a parameter for that purpose only.
 */
public final class Migration {

    private static final Path STORE = Path.of("/var/lib/example-store");
    private static final Path VERSION = STORE.resolve("version");

    private Migration() {}

    /** Does nothing with data that have this version already. */
    public static void run() throws IOException {
        if (Files.readString(VERSION).strip().equals("2")) {
            return;
        }
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(STORE, "*.csv")) {
            for (Path table : tables) {
                String name = table.getFileName().toString().replace(".csv", ".tsv");
                Files.writeString(STORE.resolve(name), Files.readString(table).replace(',', '\t'));
            }
        }
        Files.writeString(VERSION, "2\n");
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(STORE, "*.csv")) {
            for (Path table : tables) {
                Files.delete(table);
            }
        }
    }
}
