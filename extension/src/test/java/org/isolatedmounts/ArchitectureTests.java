package org.isolatedmounts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which. */
class ArchitectureTests {

    private static final String ROOT = "org.isolatedmounts";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final String[] JDK_ONLY = {"java..", "javax..", "jdk..", "org.jspecify.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    IsolatedMounts.class.getProtectionDomain().getCodeSource().getLocation());

    /** From whom to whom; every package has a line. */
    private static final String ARROWS = """
            root -> plan plan.task classpath
            root.layout -> root plan plan.task
            root.mountinfo ->
            root.namespace -> root.mountinfo linux
            root.assertj -> root.mountinfo root.namespace
            discovery -> discovery.event discovery.mirror discovery.run launch launch.session launch.supervisor layout layout.value root.layout plan plan.task event report parameter classpath
            discovery.mirror -> discovery.event discovery.run launch.session plan plan.task event
            discovery.event -> launch.session plan event failure
            discovery.run -> launch plan event report root.mountinfo
            launch -> launch.jvm launch.session launch.supervisor parameter plan plan.task
            launch.supervisor -> launch.jvm launch.session plan event wire classpath availability availability.machine availability.trial doctor
            launch.jvm -> launch.session plan classpath
            launch.session -> plan event wire availability.machine doctor
            supervisor -> supervisor.channel supervisor.laying supervisor.process plan plan.task event wire linux
            supervisor.laying -> supervisor.laying.mount supervisor.command plan event linux root.mountinfo
            supervisor.laying.mount -> supervisor.command plan linux
            supervisor.command -> plan linux root.mountinfo
            supervisor.process -> supervisor.channel plan plan.task event wire linux classpath
            supervisor.channel -> plan event wire
            fork -> fork.failure fork.output layout parameter plan plan.task event wire classpath
            fork.failure -> event failure
            fork.output -> plan event wire
            layout -> root root.layout layout.check layout.kind layout.value parameter plan plan.task
            layout.check -> layout.value plan
            layout.kind -> root root.layout layout.value plan linux availability availability.machine
            layout.value -> root
            report -> plan plan.task event json root.mountinfo
            doctor -> availability availability.machine availability.trial json
            availability -> availability.machine availability.suspect availability.trial
            availability.suspect -> availability.machine availability.trial
            availability.trial -> availability.machine
            availability.machine -> classpath
            plan -> plan.task wire
            plan.task ->
            event -> wire
            failure -> event
            linux ->
            linux.mountinfo -> linux root.mountinfo
            wire ->
            json ->
            parameter ->
            classpath ->
            """;

    private static final Map<String, List<String>> KNOWN = ARROWS.lines()
            .map(line -> line.split(" ->", 2))
            .collect(toMap(
                    line -> packageNamed(line[0]),
                    line -> Stream.of(line[1].strip().split(" "))
                            .filter(name -> !name.isEmpty())
                            .map(ArchitectureTests::packageNamed)
                            .toList()));

    private static String packageNamed(String word) {
        return word.equals("root") || word.startsWith("root.")
                ? ROOT + word.substring("root".length())
                : INTERNAL + word;
    }

    static Stream<String> packages() {
        return CLASSES.stream().map(JavaClass::getPackageName).distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void eachPackageKnowsOnlyThoseBelowIt(String from) {
        assertThat(KNOWN).as("a line for the package").containsKey(from);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage(from))
                        .and(JavaClass.Predicates.resideOutsideOfPackages(
                                KNOWN.getOrDefault(from, List.of()).toArray(String[]::new))))
                .check(CLASSES);
    }

    /** What is public has its types for users, all of whom look in one place. */
    @ParameterizedTest
    @MethodSource("packages")
    void packagesOfOurOwnAreRoomsThatOneCanOverlook(String room) {
        if (room.startsWith(INTERNAL)) {
            assertThat(CLASSES.stream()
                            .filter(it -> it.getPackageName().equals(room))
                            .filter(JavaClass::isTopLevelClass)
                            .filter(it -> !it.getSimpleName().equals("package-info")))
                    .hasSizeLessThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROOT + ".mountinfo",
                ROOT + ".namespace",
                INTERNAL + "plan",
                INTERNAL + "event",
                INTERNAL + "wire",
                INTERNAL + "json",
                INTERNAL + "report",
                INTERNAL + "classpath",
                INTERNAL + "availability..",
                INTERNAL + "doctor"
            })
    void somePackagesNeedNothingButTheJdk(String restricted) {
        classes()
                .that()
                .resideInAPackage(restricted)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "..").or(resideInAnyPackage(JDK_ONLY)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void layoutsNeedOfJUnitAnnotationsAndPlatformCommonsOnly() {
        classes()
                .that()
                .resideInAPackage(INTERNAL + "layout..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JDK_ONLY)
                        .or(resideInAnyPackage(ROOT + "..", "org.junit.jupiter.api", "org.junit.platform.commons..")))
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageCallsNativeCode() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + "linux..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jnr..", "com.kenai.jffi..")
                .check(CLASSES);
    }

    @Test
    void whoHasNoAssertJMissesNothingButTheAssertions() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".assertj")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.assertj..", ROOT + ".assertj")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.isAnnotatedWith(NullMarked.class))
                        .as(it.getName())
                        .isTrue());
    }

    @Test
    void onlyThoseWhoTalkToPeopleUseTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        INTERNAL + "fork..", INTERNAL + "supervisor..", INTERNAL + "discovery..", INTERNAL + "doctor")
                .and()
                .doNotHaveFullyQualifiedName(INTERNAL + "launch.session.DebuggerLine")
                .and()
                // the main class of a JVM of ours
                .doNotHaveFullyQualifiedName(ROOT + ".namespace.TaskMain")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void whatIsPublicIsMeantToBe() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".internal..",
                        ROOT + ".layout..",
                        ROOT + ".mountinfo..",
                        ROOT + ".namespace..",
                        ROOT + ".assertj..")
                .and()
                .areNotAnnotations()
                .and()
                .areNotEnums()
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Each package is a slice of its own. */
    private static class Packages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
