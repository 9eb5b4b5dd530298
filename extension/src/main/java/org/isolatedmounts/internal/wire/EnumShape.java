package org.isolatedmounts.internal.wire;

/** A constant: a byte, its position. */
final class EnumShape extends Shape {

    private final Class<?> type;
    private final Object[] constants;

    EnumShape(Class<?> type) {
        this.type = type;
        this.constants = type.getEnumConstants();
    }

    @Override
    void write(Object value, ContentWriter out) {
        int position = 0;
        while (constants[position] != value) {
            position++;
        }
        out.octet(position);
    }

    @Override
    Object read(ContentReader in) {
        int position = in.octet("a " + type.getSimpleName());
        if (position >= constants.length) {
            throw in.malformed(
                    "a " + type.getSimpleName() + ", of which there are " + constants.length, "number " + position);
        }
        return constants[position];
    }
}
