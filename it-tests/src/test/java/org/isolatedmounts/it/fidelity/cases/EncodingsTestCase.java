package org.isolatedmounts.it.fidelity.cases;

import java.nio.charset.StandardCharsets;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

/** Characters reach the streams of the host as characters, bytes as bytes, whatever encoding these have. */
@IsolatedMounts
public class EncodingsTestCase {

    @Test
    void printsCharacters() {
        System.out.println("größer, 日本語, 😀, €");
        System.out.printf("%s and %s, %5.2f%n", "één", 'ß', 1.5);
        System.out.print('ü');
        System.out.print(new char[] {'\u00e9', '\ud83d', '\ude00'});
        System.out.append("ñ").append('å').append("0123é", 4, 5).println();
        System.out.println((Object) null);
        System.out.println(1.5f);
        System.out.println(7L);
        System.out.println(true);
        System.out.println("é".repeat(100_000) + "😀".repeat(40_000));
        System.err.println("çok güzel");
    }

    @Test
    void writesBytes() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
            System.err.write(i);
        }
        System.err.flush();
        System.out.write(all);
        System.out.write(all, 128, 64);
        System.out.write("what looks like UTF-8: é\n".getBytes(StandardCharsets.UTF_8));
        System.out.write("and what does not: é\n".getBytes(StandardCharsets.UTF_16LE));
        System.out.print("é, then a byte: ");
        System.out.write(0xe9);
        System.out.println(", then é");
    }
}
