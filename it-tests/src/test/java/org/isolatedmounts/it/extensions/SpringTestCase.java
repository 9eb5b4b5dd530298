package org.isolatedmounts.it.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@IsolatedMounts
@SpringJUnitConfig(SpringTestCase.Beans.class)
@TestPropertySource(properties = "greeting = good day")
class SpringTestCase {

    record Greeter(String greeting) {}

    @Configuration
    static class Beans {

        @Bean
        Greeter greeter(@Value("${greeting}") String greeting) {
            return new Greeter(greeting);
        }

        @Bean
        String shouted() {
            return greeter("overridden by the container").greeting() + "!";
        }
    }

    @Autowired
    Greeter greeter;

    @Test
    void injects(@Autowired ApplicationContext context, @Autowired String shouted) {
        assertThat(greeter.greeting()).isEqualTo("good day");
        assertThat(shouted).isEqualTo("good day!");
        assertThat(context.getBean(Greeter.class)).isSameAs(greeter);
    }

    @Test
    void hasNoSuchBean(@Autowired Thread missing) {
        throw new AssertionError("got " + missing);
    }
}
