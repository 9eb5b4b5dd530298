package org.isolatedmounts.internal.layout.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolatedmounts.MountOption;
import org.isolatedmounts.OverlayMount;
import org.isolatedmounts.internal.layout.value.Attribute;
import org.isolatedmounts.internal.layout.value.SuperOption;
import org.isolatedmounts.internal.plan.Source;
import org.isolatedmounts.internal.plan.Tree;
import org.isolatedmounts.layout.OverlaySpec;

/** {@code @OverlayMount}. */
final class OverlayKind extends MountKind<OverlayMount, OverlaySpec> {

    /** Their names must fit into 255 bytes, the most that fsconfig(2) takes as a string; the kernel itself stops at 500. */
    private static final int MOST_LAYERS = 80;

    private static final String EXAMPLE = "{\"index=off\", \"volatile\"}";

    private static final Map<String, String> ATTRIBUTES = Map.of("lowerdir", "lower", "lowerdir+", "lower");

    OverlayKind() {
        super(OverlayMount.class, "at", OverlaySpec.class, MountOption.NOSUID, MountOption.NODEV);
    }

    @Override
    List<OverlaySpec> specsOf(OverlayMount declared) {
        return List.of(OverlaySpec.of(declared));
    }

    @Override
    Tree tree(OverlaySpec spec, Declaration declaration) {
        return new Tree.Overlay(lower(spec, declaration), parameters(spec, declaration));
    }

    private List<Source> lower(OverlaySpec spec, Declaration declaration) {
        if (spec.lower().size() > MOST_LAYERS) {
            throw declaration
                    .constant("lower", spec.lower().size() + " directories")
                    .breaks("must be at most " + MOST_LAYERS, "copy some of them into one directory");
        }
        return spec.lower().isEmpty()
                ? List.of(Source.ofLayout(declaration.mountPoint(attribute(), spec.at())))
                : spec.lower().stream()
                        .map(each -> declaration.source("lower", each))
                        .toList();
    }

    private static Map<String, String> parameters(OverlaySpec spec, Declaration declaration) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : spec.superOptions()) {
            Attribute option = declaration.text("superOptions", each);
            if (each.matches("(upper|work)dir\\b.*")) {
                throw option.breaks(
                        "must not say where writes go", "they are thrown away with the fork: leave this option out");
            }
            SuperOption.add(option, EXAMPLE, ATTRIBUTES, parameters);
        }
        return parameters;
    }
}
