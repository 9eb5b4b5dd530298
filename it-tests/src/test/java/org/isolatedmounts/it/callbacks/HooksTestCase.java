package org.isolatedmounts.it.callbacks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every hook logs that it is called; most of them fail, for the handlers of the extension. */
@IsolatedMounts
@ExtendWith(EverythingExtension.class)
public class HooksTestCase {

    static {
        CallLog.add("static-initialiser");
    }

    @RegisterExtension
    static final FieldExtension SHARED = new FieldExtension("static");

    @RegisterExtension
    final FieldExtension own = new FieldExtension("instance");

    @TempDir(factory = LoggingTempDirFactory.class)
    Path directory;

    HooksTestCase() {
        CallLog.add("constructor");
    }

    @BeforeAll
    static void beforeAll() {
        CallLog.add("beforeAll");
        throw new IllegalStateException("for a handler");
    }

    @BeforeEach
    void beforeEach() {
        CallLog.add("beforeEach");
        throw new IllegalStateException("for a handler");
    }

    @Test
    void test(Number parameter) {
        CallLog.add("test");
        throw new IllegalStateException("for a handler");
    }

    @TestTemplate
    void template() {
        CallLog.add("template");
    }

    @TestFactory
    DynamicTest factory() {
        CallLog.add("factory");
        return dynamicTest("dynamic", () -> CallLog.add("dynamic"));
    }

    @Test
    @Timeout(value = 50, unit = MILLISECONDS)
    void interrupted() throws Exception {
        CallLog.add("interrupted");
        new CountDownLatch(1).await();
    }

    @Test
    void aborted() {
        CallLog.add("aborted");
        abort("told to a watcher");
    }

    @Test
    @Disabled("told to a watcher")
    void disabled() {}

    @AfterEach
    void afterEach() {
        CallLog.add("afterEach");
        throw new IllegalStateException("for a handler");
    }

    @AfterAll
    static void afterAll() {
        CallLog.add("afterAll");
        throw new IllegalStateException("for a handler");
    }
}
