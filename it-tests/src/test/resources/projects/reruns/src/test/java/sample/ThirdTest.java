package sample;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class ThirdTest {

    @Test
    void passes() {}
}
