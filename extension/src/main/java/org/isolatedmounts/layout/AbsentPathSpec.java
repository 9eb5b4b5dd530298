package org.isolatedmounts.layout;

import org.isolatedmounts.AbsentPath;

/** A path that does not exist, one of {@link AbsentPath @AbsentPath}. */
public final class AbsentPathSpec extends MountSpec<AbsentPathSpec> {

    AbsentPathSpec(Attributes attributes) {
        super(attributes);
    }

    @Override
    AbsentPathSpec make(Attributes others) {
        return new AbsentPathSpec(others);
    }

    /**
     * The path.
     *
     * @return as {@link AbsentPath#value}
     */
    @Override
    public String at() {
        return list("value", String.class).get(0);
    }
}
