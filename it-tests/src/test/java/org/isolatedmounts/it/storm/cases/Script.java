package org.isolatedmounts.it.storm.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What each part of each test does: what the seed says, but for what is written in a file, if there is one. */
public final class Script {

    /** The system property with the seed. */
    public static final String SEED = "storm.script.seed";

    /** The system property with the file: a unique id and a deed on each line, with a tab between them. */
    public static final String FILE = "storm.script.file";

    private static final long SEED_HERE = Long.getLong(SEED, 0);
    private static final Map<String, Deed> WRITTEN = read();

    private Script() {}

    private static Map<String, Deed> read() {
        Map<String, Deed> written = new HashMap<>();
        if (System.getProperty(FILE) != null) {
            try {
                for (String line : Files.readAllLines(Path.of(System.getProperty(FILE)))) {
                    String[] words = line.split("\t", -1);
                    written.put(words[0], Deed.valueOf(words[1]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }

    /** Does what a test, or what provides tests, does. */
    static void play(String id) {
        Deed written = WRITTEN.get(id);
        (written == null ? ofTest(dice(id)) : written).of(id);
    }

    /** Does what a lifecycle method of a test or a class does, which is little. */
    static void playAround(String id, String method) {
        ofLifecycle(dice(id + "#" + method)).of(method + " of " + id);
    }

    static boolean isDisabled(String id) {
        return dice(id + "#disabled") < 6;
    }

    private static Deed ofTest(int dice) {
        return dice < 55
                ? Deed.PASSES
                : dice < 70 ? Deed.PRINTS : dice < 80 ? Deed.FAILS : dice < 90 ? Deed.THROWS : Deed.ABORTS;
    }

    private static Deed ofLifecycle(int dice) {
        return dice < 80
                ? Deed.PASSES
                : dice < 94 ? Deed.PRINTS : dice < 96 ? Deed.FAILS : dice < 98 ? Deed.THROWS : Deed.ABORTS;
    }

    private static int dice(String what) {
        return random(what).nextInt(100);
    }

    /** The same numbers for the same thing in every JVM. */
    static SplittableRandom random(String what) {
        return random(SEED_HERE, what);
    }

    /** The same numbers for the same seed and thing. */
    public static SplittableRandom random(long seed, String what) {
        return new SplittableRandom(seed * 31 + what.hashCode());
    }
}
