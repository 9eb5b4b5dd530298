package org.isolatedmounts.mountinfo;

import java.io.IOException;
import java.util.List;

/** Mounts whose names, sources and options contain whatever Linux allows. */
final class NastyNames {

    /** Bytes that are not UTF-8 are lone surrogates, as in tables. */
    static final List<String> NAMES = List.of(
            "space here",
            "tab\there",
            "newline\nhere",
            "back\\slash",
            "\\040",
            "\\",
            "hash#",
            "#",
            "comma,equals=,",
            "quote\"single'`x`$(y)$z",
            "cr\rcr\r\nlf",
            "\u000b\f\u0085\u2028\u2029",
            "äö€\uD83D\uDCBE",
            "\uDCE4\uDCF6",
            "cut-\uDCC3",
            "\uDCFF\uDCFE\uDCC0\uDCAF",
            "surrogate-\uDCED\uDCA0\uDC80",
            "mixed-ä\uDCE4ä",
            " ",
            "  a  ",
            "-",
            "- -",
            "a - tmpfs b rw",
            "shared:1",
            "\u0001\u0002\u001b[31m\u007f",
            "...",
            "%s%n",
            "*?[a]~{b}",
            "\u202ertl\u00a0\ufeff",
            "x".repeat(200));

    private static final String OTHERS = """
            mkdir source unbindable propagation slave ro tree tree/gone deleted proc empty
            mount -t tmpfs none source
            mount -t tmpfs -o size=4k,nr_inodes=9,mode=700,nosuid,nodev,noexec,noatime tmpfs unbindable
            mount --make-unbindable unbindable
            mount -t tmpfs -o nodiratime,strictatime,sync,dirsync,lazytime tmpfs propagation
            mount --make-shared propagation
            mount --bind propagation slave; mount --make-slave slave; mount --make-shared slave
            mount --bind slave ro; mount -o remount,bind,ro ro; mount --make-slave ro
            mount --bind tree tree
            mount --bind tree/gone deleted; rmdir tree/gone
            mkdir l lower,1 upper:2 work lower,1/x
            mount -t tmpfs overlay l; mkdir l/a:b l/c,d l/up l/work
            mount -t overlay -o 'lowerdir=l/a\\:b:l/c\\,d,upperdir=l/up,workdir=l/work' overlay l ||
                echo no overlay
            """;

    private NastyNames() {}

    /** Makes the mounts in the working directory of the shell. */
    static void mountAll(NamespaceShell shell) throws IOException {
        StringBuilder script = new StringBuilder(OTHERS);
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            String directory = quote("./directory" + name);
            String inner = quote("./directory" + name + "/" + name);
            script.append("mkdir ").append(directory).append('\n');
            script.append("mount -t tmpfs -- ")
                    .append(quote(name))
                    .append(' ')
                    .append(directory)
                    .append('\n');
            script.append("mkdir ")
                    .append(inner)
                    .append("; mkdir bind")
                    .append(i)
                    .append("; : > file")
                    .append(i);
            script.append("; mount --bind ").append(inner).append(" bind").append(i);
            script.append("; : > ")
                    .append(inner)
                    .append("/f; mount --bind ")
                    .append(inner)
                    .append("/f file")
                    .append(i);
            script.append('\n');
        }
        shell.run(script.toString());
    }

    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
