package org.isolatedmounts.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolatedmounts.internal.json.Json;

/**
 * The text of the page: a head that is the same for all runs but for their name, then one element of data for each session.
 * More of these can be put at the end, and one that was cut off does no harm.
 */
final class ReportPage {

    private static final String END_OF_HEAD = "<!-- the data of each launcher session follow -->\n";
    private static final String END_OF_DATA = "</script>\n";

    /** Strings have their quotation marks escaped: this is a key, with the mark that begins its value. */
    private static final String ID = "\"id\":\"";

    private ReportPage() {}

    /** The page of a run of which nothing is told yet. */
    static String head(String run) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        // nothing but these two: no handler, no style and no request of whatever may be in the data
        String policy = "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '"
                + hash(script) + "'; base-uri 'none'; form-action 'none'";
        return resource("report.html")
                        .replace("@run@", run)
                        .replace("@policy@", policy)
                        .replace("@style@", style)
                        .replace("@script@", script)
                + END_OF_HEAD;
    }

    static String data(RunLog log, String jvm) {
        return "<script type=\"application/json\" data-jvm=\"" + jvm + "\">" + Json.compact(log.toJson()) + END_OF_DATA;
    }

    /**
     * The part of a page to which a session can be added, if it is a page of the same run.
     *
     * <p>A daemon that starts JVMs outlives its runs: there it is a new run when another JVM runs a test that the page has.
     */
    static Optional<String> completePart(String page, RunLog log, String run, String jvm) {
        int head = page.indexOf(END_OF_HEAD);
        int end = page.lastIndexOf(END_OF_DATA);
        if (head < 0 || end < head || !page.contains(runMark(run))) {
            return Optional.empty();
        }
        boolean ofThisJvm = page.indexOf("data-jvm=\"" + jvm + "\"", head) >= 0;
        boolean again = !ofThisJvm && hasOneOf(log.testIds(), page, head);
        return again ? Optional.empty() : Optional.of(page.substring(0, end + END_OF_DATA.length()));
    }

    /** In one pass: pages are long, runs have many tests, and other JVMs wait for the page. */
    private static boolean hasOneOf(Set<String> testIds, String page, int from) {
        Set<String> wanted = testIds.stream().map(Json::compact).collect(Collectors.toSet());
        for (int key = page.indexOf(ID, from); key >= 0; key = page.indexOf(ID, key + 1)) {
            int begin = key + ID.length() - 1;
            if (wanted.contains(page.substring(begin, endOfString(page, begin)))) {
                return true;
            }
        }
        return false;
    }

    /** Behind the quotation mark that ends the string that begins with one, or at the end of a page that is cut off. */
    private static int endOfString(String page, int begin) {
        int end = begin + 1;
        while (end < page.length() && page.charAt(end) != '"') {
            end += page.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, page.length());
    }

    private static String runMark(String run) {
        return "<meta name=\"run\" content=\"" + run + "\">";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the jar of isolated-mounts has no " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
