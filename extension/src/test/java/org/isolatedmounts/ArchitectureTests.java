package org.isolatedmounts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may know which; a package that does not exist yet breaks no rule. */
class ArchitectureTests {

    private static final String ROOT = "org.isolatedmounts";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final String[] JDK_ONLY = {"java..", "javax..", "jdk..", "org.jspecify.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    IsolatedMounts.class.getProtectionDomain().getCodeSource().getLocation());

    static Stream<Arguments> arrows() {
        return Stream.of(
                arguments(ROOT, new String[] {INTERNAL + "plan", INTERNAL + "classpath"}),
                arguments(ROOT + ".mountinfo", new String[] {}),
                arguments(ROOT + ".namespace", new String[] {ROOT + ".mountinfo", INTERNAL + "linux"}),
                arguments(ROOT + ".assertj", new String[] {ROOT + ".mountinfo", ROOT + ".namespace"}),
                arguments(INTERNAL + "discovery", new String[] {
                    INTERNAL + "parameter",
                    INTERNAL + "launch",
                    INTERNAL + "plan",
                    INTERNAL + "event",
                    INTERNAL + "failure",
                    INTERNAL + "layout",
                    INTERNAL + "report",
                    INTERNAL + "classpath",
                    ROOT + ".mountinfo"
                }),
                arguments(INTERNAL + "launch", new String[] {
                    INTERNAL + "parameter",
                    INTERNAL + "plan",
                    INTERNAL + "event",
                    INTERNAL + "wire",
                    INTERNAL + "availability",
                    INTERNAL + "classpath",
                    INTERNAL + "doctor"
                }),
                arguments(INTERNAL + "supervisor", new String[] {
                    INTERNAL + "plan",
                    INTERNAL + "event",
                    INTERNAL + "wire",
                    INTERNAL + "linux",
                    INTERNAL + "classpath",
                    ROOT + ".mountinfo"
                }),
                arguments(INTERNAL + "fork", new String[] {
                    INTERNAL + "parameter",
                    INTERNAL + "plan",
                    INTERNAL + "event",
                    INTERNAL + "failure",
                    INTERNAL + "wire",
                    INTERNAL + "classpath"
                }),
                arguments(INTERNAL + "layout", new String[] {ROOT, INTERNAL + "parameter", INTERNAL + "plan"}),
                arguments(
                        INTERNAL + "report",
                        new String[] {INTERNAL + "plan", INTERNAL + "event", INTERNAL + "json", ROOT + ".mountinfo"}),
                arguments(INTERNAL + "plan", new String[] {INTERNAL + "wire"}),
                arguments(INTERNAL + "event", new String[] {INTERNAL + "wire"}),
                arguments(INTERNAL + "failure", new String[] {INTERNAL + "event"}),
                arguments(INTERNAL + "linux", new String[] {ROOT + ".mountinfo"}),
                arguments(INTERNAL + "wire", new String[] {}),
                arguments(INTERNAL + "doctor", new String[] {INTERNAL + "availability", INTERNAL + "json"}),
                arguments(INTERNAL + "json", new String[] {}),
                arguments(INTERNAL + "parameter", new String[] {}),
                arguments(INTERNAL + "classpath", new String[] {}),
                arguments(INTERNAL + "availability", new String[] {INTERNAL + "classpath"}));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void packagesOfOurOwnKnowOnlyThoseBelowThem(String from, String[] to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage(from))
                        .and(JavaClass.Predicates.resideOutsideOfPackages(to)))
                .allowEmptyShould(true)
                .check(CLASSES);
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
                INTERNAL + "availability",
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
                .resideInAPackage(INTERNAL + "layout")
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
                        INTERNAL + "fork", INTERNAL + "supervisor", INTERNAL + "discovery", INTERNAL + "doctor")
                .and()
                .doNotHaveFullyQualifiedName(INTERNAL + "launch.DebuggerLine")
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
                        ROOT + ".internal..", ROOT + ".mountinfo..", ROOT + ".namespace..", ROOT + ".assertj..")
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
