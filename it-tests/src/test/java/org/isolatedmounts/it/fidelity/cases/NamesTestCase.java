package org.isolatedmounts.it.fidelity.cases;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;

@IsolatedMounts
@DisplayName("Names, tags & ordre 😀")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("class-tag")
public class NamesTestCase {

    @Test
    @Order(3)
    @Tag("one")
    @Tag("two")
    void third_in_the_order() {}

    @Test
    @Order(1)
    @DisplayName("the first (überhaupt)")
    void zzz(TestInfo info) {
        System.out.println(info.getDisplayName() + info.getTags());
    }

    @Test
    @Order(2)
    void second_in_the_order() {}
}
