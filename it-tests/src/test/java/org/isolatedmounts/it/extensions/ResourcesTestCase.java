package org.isolatedmounts.it.extensions;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

@IsolatedMounts
@ExtendWith(ResourcesTestCase.Resources.class)
class ResourcesTestCase {

    /** Leaves resources to the stores of all contexts around a test; the stores close them. */
    static final class Resources implements BeforeAllCallback, BeforeEachCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            leave("resource of the engine", context.getRoot());
            leave("resource of the class", context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            leave("resource of a test", context);
        }

        private static void leave(String name, ExtensionContext context) {
            ExtensionContext.Store store = context.getStore(ExtensionContext.Namespace.GLOBAL);
            store.put(name, (AutoCloseable) () -> System.out.println("closed: " + name));
            store.put(name + ", old", closeable(name));
        }

        @SuppressWarnings("deprecation") // what extensions for older versions of JUnit have
        private static Object closeable(String name) {
            return (ExtensionContext.Store.CloseableResource) () -> System.out.println("closed as of old: " + name);
        }
    }

    @Test
    void first() {
        System.out.println("first");
    }

    @Test
    void second() {
        System.out.println("second");
    }
}
