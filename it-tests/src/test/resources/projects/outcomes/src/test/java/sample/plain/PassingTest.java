package sample.plain;

import org.junit.jupiter.api.Test;

/** Copied to the package sample.isolated, with the annotation. */
class PassingTest {

    @Test
    void passes() {
        System.out.println("passes");
    }
}
