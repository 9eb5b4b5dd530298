package org.isolatedmounts.examples.first;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolatedmounts.layout.Layout;
import org.isolatedmounts.layout.LayoutContext;
import org.isolatedmounts.layout.LayoutProvider;
import org.isolatedmounts.layout.LayoutSource;
import org.isolatedmounts.layout.MountSpec;
import org.junit.jupiter.api.Test;

@Homes({"ann", "bob"})
class HomesTest {

    @Test
    void everybodyHasAHome() {
        assertTrue(Files.isDirectory(Path.of("/home/bob")));
    }
}

@Retention(RetentionPolicy.RUNTIME)
@LayoutSource(Homes.Provider.class)
@interface Homes {

    String[] value();

    class Provider implements LayoutProvider {

        @Override
        public Layout layout(LayoutContext context) {
            Layout layout = Layout.host();
            for (String name : context.findAnnotation(Homes.class).orElseThrow().value()) {
                layout = layout.with(MountSpec.tmpfs("/home/" + name).size("1m"));
            }
            return layout;
        }
    }
}
