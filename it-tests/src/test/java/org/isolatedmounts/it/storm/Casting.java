package org.isolatedmounts.it.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.isolatedmounts.it.storm.cases.Deed;
import org.isolatedmounts.it.storm.cases.Script;

/**
 * Which of the tests that pass without isolation do worse things in their forks.
 *
 * @param deeds by unique id
 */
record Casting(Map<String, Deed> deeds) {

    private static final int FLOODS = 2;
    private static final int HANGS = 3;

    static Casting of(Storm storm, Tale plain) {
        ForkGroups groups = new ForkGroups(storm);
        SplittableRandom random = Script.random(storm.seed(), "casting");
        List<String> candidates = new ArrayList<>(plain.successfulTests().stream()
                .filter(id -> groups.of(id).isPresent())
                .sorted()
                .toList());
        Map<String, Deed> deeds = new LinkedHashMap<>();
        List<Deed> deadly = List.of(Deed.HANGS, Deed.EXITS, Deed.HALTS);
        for (int i = 0; i < storm.deadly() && !candidates.isEmpty(); i++) {
            // each hang takes as long as its deadline
            Deed deed = deadly.get(i < HANGS ? random.nextInt(3) : random.nextInt(1, 3));
            deeds.put(take(candidates, random), deed);
        }
        List<Deed> floods = List.of(Deed.FLOODS_OUT, Deed.FLOODS_ERR, Deed.FLOODS_PAST_SYSTEM_OUT);
        for (int i = 0; i < random.nextInt(FLOODS + 1) && !candidates.isEmpty(); i++) {
            deeds.put(take(candidates, random), floods.get(random.nextInt(3)));
        }
        return new Casting(deeds);
    }

    private static String take(List<String> candidates, SplittableRandom random) {
        return candidates.remove(random.nextInt(candidates.size()));
    }

    void write(Path file) throws IOException {
        Files.write(
                file,
                deeds.entrySet().stream()
                        .map(deed -> deed.getKey() + "\t" + deed.getValue())
                        .toList());
    }
}
