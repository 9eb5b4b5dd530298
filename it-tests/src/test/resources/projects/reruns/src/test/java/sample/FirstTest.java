package sample;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;

@IsolatedMounts
class FirstTest {

    @Test
    void passes() {}
}
