package org.isolatedmounts.it.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** What a command of sh(1) had to say, on either stream, in English. */
record Shell(int status, String output) {

    static Shell run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Shell(process.waitFor(), output);
    }
}
