package org.isolatedmounts.it.parallel;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isolatedmounts.ForkMode;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestReporter;

/** Tests that say who they are, again and again, to both streams and from several threads. */
abstract class ChattyTestCase {

    private static final int TESTS = 64;

    /** Each of which takes a fork of its own. */
    private static final int FORKS = 16;

    private static final int LINES = 20;
    private static final int THREADS = 3;

    @RepeatedTest(TESTS)
    void says(RepetitionInfo repetition, TestReporter reporter) throws InterruptedException {
        String self = self(getClass(), repetition.getCurrentRepetition());
        reporter.publishEntry("self", self);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String speaker = self + " thread " + i;
            threads.add(new Thread(() -> {
                say(System.out, speaker);
                say(System.err, speaker);
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void say(PrintStream stream, String speaker) {
        for (int line = 0; line < LINES; line++) {
            stream.println(speaker + " line " + line);
        }
    }

    static String self(Class<?> testClass, int repetition) {
        return testClass.getSimpleName() + " " + repetition;
    }

    /** All lines of one test, sorted, as its threads print at the same time. */
    static List<String> saidBy(String self) {
        return IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread ->
                        IntStream.range(0, LINES).mapToObj(line -> self + " thread " + thread + " line " + line))
                .sorted()
                .collect(Collectors.toList());
    }

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Ada extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Bob extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Cem extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Dag extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Eva extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Fay extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Gil extends ChattyTestCase {}

    @IsolatedMounts(fork = ForkMode.PER_CLASS)
    static class Hoa extends ChattyTestCase {}

    abstract static class InForksOfItsOwn extends ChattyTestCase {

        @Override
        @RepeatedTest(FORKS)
        void says(RepetitionInfo repetition, TestReporter reporter) throws InterruptedException {
            super.says(repetition, reporter);
        }
    }

    @IsolatedMounts
    static class Ian extends InForksOfItsOwn {}

    @IsolatedMounts
    static class Joy extends InForksOfItsOwn {}

    static int tests(Class<?> testClass) {
        return InForksOfItsOwn.class.isAssignableFrom(testClass) ? FORKS : TESTS;
    }

    static List<Class<?>> sharingForks() {
        return List.of(Ada.class, Bob.class, Cem.class, Dag.class, Eva.class, Fay.class, Gil.class, Hoa.class);
    }
}
