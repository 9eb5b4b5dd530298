package org.isolatedmounts.layout;

import org.isolatedmounts.MaskedPath;

/** A directory or a file that cannot be read, one path of {@link MaskedPath @MaskedPath}. */
public final class MaskedPathSpec extends MountSpec<MaskedPathSpec> {

    MaskedPathSpec(Attributes attributes) {
        super(attributes);
    }

    @Override
    MaskedPathSpec make(Attributes others) {
        return new MaskedPathSpec(others);
    }

    /**
     * The path.
     *
     * @return as {@link MaskedPath#value}
     */
    @Override
    public String at() {
        return list("value", String.class).get(0);
    }
}
