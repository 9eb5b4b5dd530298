package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledInNativeImage;
import org.junit.jupiter.api.condition.DisabledOnJre;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledInNativeImage;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every condition of Jupiter, met and not met. */
@IsolatedMounts
public class ConditionsTestCase {

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinux() {}

    @Test
    @EnabledOnOs({OS.MAC, OS.WINDOWS})
    void elsewhere() {}

    @Test
    @DisabledOnOs(value = OS.LINUX, architectures = "vax", disabledReason = "on a VAX")
    void notOnVax() {}

    @Test
    @DisabledOnOs(value = OS.LINUX, disabledReason = "on Linux")
    void notOnLinux() {}

    @Test
    @EnabledForJreRange(minVersion = 17)
    void onNewJre() {}

    @Test
    @DisabledOnJre({JRE.JAVA_17, JRE.JAVA_25})
    void notOnThisJre() {}

    @Test
    @EnabledIfSystemProperty(named = "java.specification.version", matches = "\\d+")
    void withProperty() {}

    @Test
    @DisabledIfSystemProperty(named = "os.name", matches = "Linux", disabledReason = "it is Linux")
    void withoutProperty() {}

    @Test
    @EnabledIfEnvironmentVariable(named = "PATH", matches = ".+")
    void withVariable() {}

    @Test
    @EnabledIfEnvironmentVariable(named = "IT_UNSET", matches = ".*")
    void withUnsetVariable() {}

    @Test
    @DisabledIfEnvironmentVariable(named = "PATH", matches = ".+", disabledReason = "there is a path")
    void withoutVariable() {}

    @Test
    @EnabledIf("org.isolatedmounts.it.fidelity.cases.ConditionsTestCase#yes")
    void ifMethod() {}

    @Test
    @EnabledIf("missing")
    void ifMissingMethod() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisabledIf(value = "yes", disabledReason = "yes, all of them")
    void ifNotMethod(int number) {
        throw new AssertionError(number);
    }

    static boolean yes() {
        return true;
    }

    @Test
    @EnabledInNativeImage
    void nativeImage() {}

    @Test
    @DisabledInNativeImage
    void noNativeImage() {}

    @Nested
    @EnabledIfSystemProperty(named = "it.unset", matches = "x")
    class Never {

        @Test
        void never() {}
    }

    @Nested
    class AllDisabled {

        @Test
        @Disabled("first")
        void first() {}

        @Test
        @Disabled("second")
        void second() {}
    }
}
