package org.isolatedmounts.mountinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PropagationGraphTests {

    private static final MountTable HOST = MountTable.parse("""
            1 0 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
            2 1 0:5 / /a"<&>\\134 rw shared:2 - tmpfs tmpfs rw
            3 1 0:6 / /proc rw - proc proc rw
            4 1 0:7 / /b rw shared:2 - tmpfs tmpfs rw
            """);

    private static final MountTable CONTAINER = MountTable.parse("""
            11 0 8:1 / / rw master:1 - ext4 /dev/sda1 rw
            12 11 0:5 / /a rw shared:3 master:2 - tmpfs tmpfs rw
            13 11 0:7 / /c rw master:9 propagate_from:1 - tmpfs tmpfs rw
            """);

    private static Map<String, MountTable> both() {
        Map<String, MountTable> tables = new LinkedHashMap<>();
        tables.put("host", HOST);
        tables.put("container", CONTAINER);
        return tables;
    }

    @Test
    void groupsPeersAndPointsFromMastersToSlaves() {
        assertThat(PropagationGraph.of(both()).toDot()).isEqualTo("""
                digraph propagation {
                  rankdir=LR;
                  node [shape=box];
                  group1 [label="peer group 1\\nhost /"];
                  group2 [label="peer group 2\\nhost /a\\"<&>\\\\\\nhost /b"];
                  slaves1 [label="slaves of peer group 1\\ncontainer /"];
                  group3 [label="peer group 3\\ncontainer /a"];
                  slaves9from1 [label="slaves of peer group 9\\ncontainer /c"];
                  group9 [label="peer group 9 (elsewhere)", style=dashed];
                  group1 -> slaves1;
                  group2 -> group3;
                  group9 -> slaves9from1;
                  group1 -> slaves9from1 [style=dashed];
                }
                """);
    }

    @Test
    void leavesPrivateMountsOut() {
        assertThat(HOST.toPropagationGraph().toDot()).doesNotContain("proc");
    }

    @Test
    void drawsAPictureThatIsCompleteInItself() throws Exception {
        String svg = PropagationGraph.of(both()).toSvg();
        Document document = parse(svg);

        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(6);
        // a line and a head each
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(2 * 4);
        assertThat(document.getDocumentElement().getTextContent()).contains("host /a\"<&>\\", "(elsewhere)");
        assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("url(", "@import", "href", "<script");
    }

    @Test
    void mastersStandToTheLeftOfTheirSlaves() throws Exception {
        Document document = parse(PropagationGraph.of(both()).toSvg());

        assertThat(x(document, 3)).as("group 3").isGreaterThan(x(document, 1));
        assertThat(x(document, 2)).as("slaves of 1").isGreaterThan(x(document, 0));
    }

    private static int x(Document document, int rectangle) {
        return Integer.parseInt(document.getElementsByTagName("rect")
                .item(rectangle)
                .getAttributes()
                .getNamedItem("x")
                .getNodeValue());
    }

    @Test
    void drawsEveryName() throws Exception {
        MountTable nasty =
                MountTable.parse("1 0 0:1 / /\u0001\uDCFC\uFFFE\uFFFF\u202e\r]]>&amp; rw shared:1 - a b rw\n");

        assertThat(parse(nasty.toPropagationGraph().toSvg())
                        .getDocumentElement()
                        .getTextContent())
                .contains("/\\001\\374\\357\\277\\276\\357\\277\\277\\342\\200\\256\\015]]>&amp;");
    }

    @Test
    void drawsCirclesAndNothing() throws Exception {
        MountTable circle = MountTable.parse("""
                1 0 0:1 / /a rw shared:1 master:2 - a b rw
                2 0 0:1 / /b rw shared:2 master:1 - a b rw
                """);

        assertThat(parse(circle.toPropagationGraph().toSvg())
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(2);
        assertThat(parse(MountTable.parse("").toPropagationGraph().toSvg())
                        .getDocumentElement()
                        .getTextContent())
                .contains("every mount is private");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
