package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An extension throws, in each of its callbacks. */
@IsolatedMounts
public class ThrowingExtensionsTestCase {

    abstract static class Tests {

        @BeforeEach
        void before(TestInfo info) {
            if (info.getTestMethod().orElseThrow().getName().equals("failsBefore")) {
                throw new IllegalArgumentException("before each");
            }
        }

        @Test
        void succeeds(Exception parameter) {
            System.out.println(parameter);
        }

        @Test
        void fails() {
            throw new IllegalArgumentException("the test");
        }

        @Test
        void failsBefore() {}

        @Test
        @Disabled("a test")
        void disabled() {}
    }

    @Nested
    class InBeforeAll extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("beforeAll");
    }

    @Nested
    class InAfterAll extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("afterAll");
    }

    @Nested
    class InBeforeEach extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("beforeEach");
    }

    @Nested
    class InAfterEach extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("afterEach");
    }

    @Nested
    class InBeforeTestExecution extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("beforeTestExecution");
    }

    @Nested
    class InAfterTestExecution extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("afterTestExecution");
    }

    @Nested
    class InPreConstructTestInstance extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("preConstructTestInstance");
    }

    @Nested
    class InPostProcessTestInstance extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("postProcessTestInstance");
    }

    @Nested
    class InPreDestroyTestInstance extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("preDestroyTestInstance");
    }

    @Nested
    class InHandleTestExecutionException extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("handleTestExecutionException");
    }

    @Nested
    class InHandleBeforeEachMethodExecutionException extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("handleBeforeEachMethodExecutionException");
    }

    @Nested
    class InSupportsParameter extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("supportsParameter");
    }

    @Nested
    class InResolveParameter extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("resolveParameter");
    }

    @Nested
    class InInterceptTestMethod extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("interceptTestMethod");
    }

    @Nested
    class InForgettingToProceed extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("forgetting to proceed");
    }

    @Nested
    class InTestFailed extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("testFailed");
    }

    @Nested
    class InTestDisabled extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("testDisabled");
    }

    @Nested
    class InClassResource extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("class resource");
    }

    @Nested
    class InMethodResource extends Tests {

        @RegisterExtension
        static final ThrowingExtension EXTENSION = new ThrowingExtension("method resource");
    }
}
