package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Whole tables of real machines. */
final class Fixtures {

    private Fixtures() {}

    static byte[] bytes(String file) {
        try (var stream = Fixtures.class.getResourceAsStream(file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MountTable table(String name) {
        return MountTable.parse(MountInfoBytes.decode(bytes(name + ".mountinfo")));
    }
}
