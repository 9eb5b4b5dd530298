package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What an extension from elsewhere prints, swallows and throws. */
@IsolatedMounts
public class CallbacksTestCase {

    @RegisterExtension
    static final Printing SHARED = new Printing("static field");

    @RegisterExtension
    final Printing own = new Printing("instance field");

    @Test
    void succeeds() {
        System.out.println("test");
    }

    @Test
    void swallowed() {
        throw new IllegalStateException("swallow me");
    }

    @Test
    void thrownByExtension() {
        throw new IllegalStateException("replace me");
    }

    private record Printing(String name)
            implements BeforeEachCallback,
                    BeforeTestExecutionCallback,
                    AfterTestExecutionCallback,
                    AfterEachCallback,
                    TestExecutionExceptionHandler {

        @Override
        public void beforeEach(ExtensionContext context) {
            print("beforeEach", context);
        }

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            print("beforeTestExecution", context);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            print("afterTestExecution", context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            print("afterEach", context);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
            if (!throwable.getMessage().equals("swallow me")) {
                throw new IllegalArgumentException("replaced by " + name, throwable);
            }
        }

        private void print(String callback, ExtensionContext context) {
            System.out.println(name + ": " + callback + " of " + context.getUniqueId() + " failed with "
                    + context.getExecutionException().orElse(null));
        }
    }
}
