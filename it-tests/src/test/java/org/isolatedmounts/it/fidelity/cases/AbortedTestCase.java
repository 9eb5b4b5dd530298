package org.isolatedmounts.it.fidelity.cases;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.assertj.core.api.Assumptions;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.TestAbortedException;
import org.opentest4j.TestSkippedException;

@IsolatedMounts
public class AbortedTestCase {

    @BeforeEach
    void beforeEach(TestInfo info) {
        assumeTrue(!info.getTags().contains("before"), "in @BeforeEach");
    }

    @Test
    void assumption() {
        assumeTrue(false, "not today");
    }

    @Test
    void withoutMessage() {
        abort();
    }

    @Test
    @Tag("before")
    void beforeEach() {
        throw new AssertionError("aborted");
    }

    @Test
    void ofAssertJ() {
        Assumptions.assumeThat(1).isEqualTo(2);
    }

    @Test
    void withCause() {
        throw new TestAbortedException("aborted", new IllegalStateException("cause"));
    }

    @Test
    void skipped() {
        throw new TestSkippedException("of opentest4j");
    }

    @Test
    void ownUnserializable() {
        throw new Unserializable(new Object());
    }

    static class Unserializable extends TestAbortedException {

        private final Object[] field;

        Unserializable(Object field) {
            super("own");
            this.field = new Object[] {field};
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " with " + field.length + " field";
        }
    }
}
