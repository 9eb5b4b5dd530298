package org.isolatedmounts.examples.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a service, read from a file whose place is fixed, as the places below {@code /etc} are.
 *
 * <p>Usually such a class gets a second constructor or a system property "for tests", and the tests then prove something
 * about that one. Here there is no such door: the test has an {@code /etc/app} of its own.
 */
public record ServiceConfig(int port, String greeting) {

    private static final Path FILE = Path.of("/etc/app/app.properties");

    /**
     * Reads the settings.
     *
     * @throws IOException if there are none, or no usable ones; the message names the file and what is wrong with it
     */
    public static ServiceConfig load() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("no settings: there is no " + FILE, e);
        }
        return new ServiceConfig(port(required(properties, "port")), required(properties, "greeting"));
    }

    private static int port(String value) throws IOException {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IOException(FILE + ": port must be a number up to 65535, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static String required(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException(FILE + ": " + key + " is missing");
        }
        return value;
    }
}
