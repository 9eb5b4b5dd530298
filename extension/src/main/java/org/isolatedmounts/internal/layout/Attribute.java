package org.isolatedmounts.internal.layout;

import static org.isolatedmounts.internal.layout.Quoted.quoted;

/** The value of an annotation's attribute, and where it was written. */
record Attribute(String declaredBy, String name, String value) {

    /**
     * @param rule what the value breaks, {@code must be …}
     * @param remedy what the user can do
     */
    InvalidLayoutException breaks(String rule, String remedy) {
        return new InvalidLayoutException(
                declaredBy + ": `" + name + "` " + rule + ", but is " + quoted(value) + "; " + remedy);
    }
}
