package org.isolatedmounts.internal.supervisor.laying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isolatedmounts.internal.plan.MountPlan;

/** Runs mkfs(8). */
final class MkfsProgram {

    private static final long PATIENCE_SECONDS = 60;

    private MkfsProgram() {}

    /** @throws LayoutRefusedException if it fails, with what it said */
    static void run(MountPlan plan, List<String> command, String disk) throws LayoutRefusedException {
        List<String> words = new ArrayList<>(command);
        words.add(disk);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        try {
            Process program = builder.start();
            program.getOutputStream().close();
            // it says little, and what it says waits in the pipe
            boolean ended = program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                program.destroyForcibly().waitFor();
            }
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!ended || program.exitValue() != 0) {
                throw new LayoutRefusedException(
                        plan,
                        "`type` and `mkfsOptions` mean " + String.join(" ", command)
                                + (ended
                                        ? ", which ended with status " + program.exitValue()
                                        : ", which did not end within " + PATIENCE_SECONDS + " s")
                                + ": correct them. It said: "
                                + said.replace(disk, "the disk").strip());
            }
        } catch (IOException e) {
            throw new LayoutRefusedException(plan, String.join(" ", command) + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the threads of a fork", e);
        }
    }
}
