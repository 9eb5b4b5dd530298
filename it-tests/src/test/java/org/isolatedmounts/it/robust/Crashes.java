package org.isolatedmounts.it.robust;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.isolatedmounts.TmpfsMount;
import org.junit.jupiter.api.Test;

/** Fixtures. */
final class Crashes {

    private Crashes() {}

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class OutOfMemory {
        /** Never given back: what tells the host of it has to do without. */
        static final List<byte[]> HOARD = new ArrayList<>();

        @Test
        void hoards() {
            while (true) {
                HOARD.add(new byte[1 << 20]);
            }
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class HasNoHash {
        @Test
        void fails() {
            throw new HostileException();
        }
    }

    /** JUnit looks for exceptions that it knows in a set of them. */
    private static final class HostileException extends RuntimeException {

        @Override
        @SuppressWarnings("EqualsHashCode") // it is there to fail
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class Native {
        @Test
        void writesToNowhere() throws ReflectiveOperationException {
            // by reflection, as javac warns of the class in a way that nothing suppresses
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
        }
    }

    @IsolatedMounts
    @TmpfsMount(at = "/data")
    static class Hangs {
        @Test
        void hangs() {
            System.out.println("about to hang");
            Hang.forEver();
        }
    }
}
