package sample.plain;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Copied to the package sample.isolated, with the annotation. Nothing of isolated-mounts brings or needs AssertJ. */
class PassingTest {

    @Test
    void passes() {
        System.out.println("passes");
        assertThrows(ClassNotFoundException.class, () -> Class.forName("org.assertj.core.api.Assertions"));
    }
}
