package org.isolatedmounts.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Debian's Chromium without a window, led through its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PAGE = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+),");
    private static final Pattern VALUE = Pattern.compile("\"type\":\"string\",\"value\":\"([^\"]*)\"");
    private static final Pattern REQUEST = Pattern.compile("\"request\":\\{\"url\":\"([^\"]*)\"");

    private final Process process;
    private final Path profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int lastId;

    private Browser(Path directory) throws Exception {
        profile = Files.createDirectory(directory.resolve("profile"));
        ProcessBuilder builder = new ProcessBuilder(
                        "/usr/bin/chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1400,1000",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("browser.txt").toFile());
        // it would leave its socket behind
        builder.environment().put("TMPDIR", directory.toString());
        process = builder.start();
        try {
            socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(pageSocket(port())), new Messages())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                call(domain + ".enable", "{}");
            }
        } catch (Exception e) {
            close();
            throw new AssertionError(Files.readString(directory.resolve("browser.txt")), e);
        }
    }

    static Browser start(Path directory) throws Exception {
        return new Browser(directory);
    }

    /** Chromium writes the port that it has chosen into a file. */
    private int port() throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(file) && Files.readString(file).contains("\n")) {
                return Integer.parseInt(Files.readAllLines(file).get(0));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("Chromium does not listen");
    }

    private String pageSocket(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .method("PUT", HttpRequest.BodyPublishers.noBody())
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher matcher = PAGE.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("no page: " + answer);
        }
        return matcher.group(1);
    }

    /** Loads a page in light or dark and waits until its script has drawn it. */
    void open(Path page, String scheme, int width) throws Exception {
        requests.clear();
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":" + width + ",\"height\":1000,\"deviceScaleFactor\":1,\"mobile\":false}");
        call("Page.navigate", "{\"url\":\"about:blank\"}");
        call("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("location.protocol + document.readyState").equals("file:complete")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not loaded: " + page);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** The value of an expression in the page, as text. */
    String evaluate(String expression) throws Exception {
        String answer = call(
                "Runtime.evaluate",
                "{\"expression\":\"encodeURIComponent(String(" + escaped(expression) + "))\",\"returnByValue\":true}");
        Matcher matcher = VALUE.matcher(answer);
        if (answer.contains("\"exceptionDetails\"") || !matcher.find()) {
            throw new AssertionError(expression + ": " + answer);
        }
        return URLDecoder.decode(matcher.group(1), UTF_8);
    }

    void press(String key) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            String text = key.length() == 1 && type.equals("keyDown") ? ",\"text\":\"" + key + "\"" : "";
            call("Input.dispatchKeyEvent", "{\"type\":\"" + type + "\",\"key\":\"" + key + "\"" + text + "}");
        }
    }

    void type(String text) throws Exception {
        call("Input.insertText", "{\"text\":\"" + escaped(text) + "\"}");
    }

    /** The addresses of all that the page asked for since it was opened, itself included. */
    List<String> requests() {
        return requests;
    }

    /** Errors, violations of the page's policy, and whatever its script printed. */
    List<String> complaints() {
        return complaints;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private synchronized String call(String method, String parameters) throws Exception {
        int id = ++lastId;
        CompletableFuture<String> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        String text = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (text.startsWith("{\"id\":" + id + ",\"error\"")) {
            throw new AssertionError(method + ": " + text);
        }
        return text;
    }

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                received(message.toString());
                message.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        private void received(String text) {
            Matcher id = ID.matcher(text);
            if (id.find()) {
                answers.remove(Integer.valueOf(id.group(1))).complete(text);
            } else if (text.startsWith("{\"method\":\"Network.requestWillBeSent\"")) {
                Matcher request = REQUEST.matcher(text);
                requests.add(request.find() ? request.group(1) : text);
            } else if (text.startsWith("{\"method\":\"Log.entryAdded\"")
                    || text.startsWith("{\"method\":\"Runtime.exceptionThrown\"")
                    || text.startsWith("{\"method\":\"Runtime.consoleAPICalled\"")
                    || text.startsWith("{\"method\":\"Page.javascriptDialogOpening\"")) {
                complaints.add(text);
            }
        }
    }

    /** Ends the browser and all processes that it has started. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // a container's first process may never reap what is killed here
        all.forEach(each ->
                each.onExit().completeOnTimeout(each, 5, TimeUnit.SECONDS).join());
    }
}
