package org.isolatedmounts.assertj;

import org.assertj.core.description.Description;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.presentation.Representation;
import org.jspecify.annotations.Nullable;

/** A message that is no format string: paths may contain {@code %n}. Begins with a new line, as AssertJ's own do. */
record FailureText(String text) implements ErrorMessageFactory {

    @Override
    public String create(@Nullable Description description, Representation representation) {
        return create(description);
    }

    @Override
    public String create(@Nullable Description description) {
        return DescriptionFormatter.instance().format(description) + create();
    }

    @Override
    public String create() {
        return "\n" + text;
    }
}
