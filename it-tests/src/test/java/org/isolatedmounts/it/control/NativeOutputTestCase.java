package org.isolatedmounts.it.control;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class NativeOutputTestCase {

    @Test
    void writesPastSystemOut() throws Exception {
        new ProcessBuilder("printf", "child: \\351\\377\\n").inheritIO().start().waitFor();
        new FileOutputStream(FileDescriptor.out).write(new byte[] {'f', 'd', ':', ' ', (byte) 0xc3, (byte) 0xa9, '\n'});
    }
}
