package org.isolatedmounts.internal.failure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The content of a class file that has nothing but a name, a superclass, and a constructor that passes on what it gets. */
final class StandInClassFile {

    private static final int PUBLIC_SUPER = 0x0021;
    private static final int PUBLIC = 0x0001;
    private static final int JAVA_8 = 52;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private final ByteArrayOutputStream constants = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(constants);
    private int count = 1;

    private StandInClassFile() {}

    static byte[] of(String name, String simpleName, Class<?> superclass) {
        try {
            return new StandInClassFile().write(name, simpleName, superclass);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] write(String name, String simpleName, Class<?> superclass) throws IOException {
        int self = type(name);
        int parent = type(superclass.getName());
        int constructor = text("<init>");
        int signature = text("(L" + Likeness.class.getName().replace('.', '/') + ";)V");
        int inherited = pair(METHOD, parent, pair(NAME_AND_TYPE, constructor, signature));
        int code = text("Code");
        // a class without them has what stands behind the last dot as its simple name
        int enclosing = text("EnclosingMethod");
        int inner = text("InnerClasses");
        int simple = simpleName.isEmpty() ? 0 : text(simpleName);
        int object = type("java.lang.Object");

        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        out.writeInt(0xCAFEBABE);
        shorts(out, 0, JAVA_8, count);
        constants.writeTo(out);
        shorts(out, PUBLIC_SUPER, self, parent, 0, 0);
        shorts(out, 1, PUBLIC, constructor, signature, 1, code);
        out.writeInt(18);
        shorts(out, 2, 2);
        out.writeInt(6);
        out.write(new byte[] {0x2a, 0x2b, (byte) 0xb7, (byte) (inherited >> 8), (byte) inherited, (byte) 0xb1});
        shorts(out, 0, 0);
        shorts(out, 2, enclosing);
        out.writeInt(4);
        shorts(out, object, 0, inner);
        out.writeInt(10);
        shorts(out, 1, self, 0, simple, PUBLIC);
        return content.toByteArray();
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private int text(String value) throws IOException {
        pool.writeByte(UTF8);
        pool.writeUTF(value);
        return count++;
    }

    private int type(String name) throws IOException {
        int text = text(name.replace('.', '/'));
        pool.writeByte(CLASS);
        pool.writeShort(text);
        return count++;
    }

    private int pair(int tag, int first, int second) throws IOException {
        pool.writeByte(tag);
        shorts(pool, first, second);
        return count++;
    }
}
