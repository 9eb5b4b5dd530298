package org.isolatedmounts.internal.doctor;

import java.util.List;
import org.isolatedmounts.internal.availability.machine.ThisMachine;

/** The main class of our jar. */
public final class DoctorMain {

    private static final int AVAILABLE = 0;
    private static final int UNAVAILABLE = 1;
    private static final int NO_REPORT = 2;

    static final String HELP = """
            Usage: java -jar isolated-mounts.jar doctor [--json]

            Tries on this machine what isolated tests need, in namespaces that are thrown away, and
            says what works, for root and for an ordinary user, and what to change. It changes
            nothing itself and leaves nothing behind.

              --json   for scripts, as an object with these keys:
                       format     1; grows when one of these keys goes or changes its meaning
                       version    of isolated-mounts
                       available  whether isolated tests will run as the caller: true or false
                       caller     the user who ran this: "root" or "ordinaryUser"
                       users      for each user: name, isolatedTests (an answer), how it was probed
                       machine    what was read and run, each a list of lines: kernel, caller,
                                  capabilities, userNamespaces, processes, seccomp, appArmor,
                                  seLinux, procMasks, container, utilLinux, unshareOptions,
                                  fileSystems, loopDevices, workDirectory, jdk, classDataSharing
                       features   what was tried: name, title, required (for isolated tests), root
                                  and ordinaryUser, each with answer (YES, NO, NOT_NEEDED or
                                  NOT_PROBED) and remark (what it said, or why it was not probed)
                       changes    what to change: users, required, layer, denial, evidence, fix
              --help   this text

            Exit status: 0 if isolated tests will run as the caller, 1 if they will not, 2 if the
            command line is wrong or the report cannot be written.
            """;

    private DoctorMain() {}

    public static void main(String[] words) {
        Arguments arguments = Arguments.parse(List.of(words));
        if (arguments instanceof Arguments.Examine examine) {
            Findings findings = Doctor.examine(new ThisMachine());
            System.out.print(examine.json() ? JsonReport.of(findings) : TextReport.of(findings));
            exit(findings.available() ? AVAILABLE : UNAVAILABLE);
        } else if (arguments instanceof Arguments.Mistake mistake) {
            System.err.println(mistake.message() + ".\nTry: java -jar isolated-mounts.jar doctor --help");
            exit(NO_REPORT);
        } else {
            System.out.print(HELP);
        }
    }

    private static void exit(int status) {
        if (System.out.checkError()) {
            System.err.println("The report could not be written.");
            System.exit(NO_REPORT);
        }
        System.exit(status);
    }
}
