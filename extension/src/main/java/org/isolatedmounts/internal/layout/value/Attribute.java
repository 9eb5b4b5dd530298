package org.isolatedmounts.internal.layout.value;

import static org.isolatedmounts.internal.layout.value.Quoted.quoted;

/**
 * The value of an annotation's attribute, and where it was written.
 *
 * @param shown the value as messages show it
 */
public record Attribute(String declaredBy, String name, String value, String shown) {

    public static Attribute text(String declaredBy, String name, String value) {
        return new Attribute(declaredBy, name, value, quoted(value));
    }

    /** A number or an enum constant. */
    public static Attribute constant(String declaredBy, String name, Object value) {
        return new Attribute(declaredBy, name, value.toString(), value.toString());
    }

    /** Another value, which follows from the one that was written and is shown. */
    public Attribute with(String other) {
        return new Attribute(declaredBy, name, other, shown);
    }

    /**
     * The error of this value.
     *
     * @param rule what the value breaks, {@code must be …}
     * @param remedy what the user can do
     */
    public InvalidLayoutException breaks(String rule, String remedy) {
        String verb = name.endsWith("s") && !name.equals("inodes") ? ", but are " : ", but is ";
        return new InvalidLayoutException(declaredBy + ": `" + name + "` " + rule + verb + shown + "; " + remedy);
    }
}
