package org.isolatedmounts.it.fidelity;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isolatedmounts.internal.plan.ForkProof;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Executes tests with a launcher of its own and records what it tells, and what is printed meanwhile. */
public final class Launch {

    private static final String CASES = "org.isolatedmounts.it.fidelity.cases.";

    private UnaryOperator<LauncherDiscoveryRequestBuilder> adjustment = UnaryOperator.identity();
    private Charset encoding = StandardCharsets.UTF_8;
    private List<TestExecutionListener> listeners = List.of();
    private final List<? extends DiscoverySelector> selectors;
    private Consumer<Recording.Event> witness = event -> {};

    private Launch(List<? extends DiscoverySelector> selectors) {
        this.selectors = selectors;
    }

    public static Launch of(Class<?>... classes) {
        return new Launch(
                Stream.of(classes).map(testClass -> selectClass(testClass)).toList());
    }

    public static Launch of(DiscoverySelector... selectors) {
        return new Launch(List.of(selectors));
    }

    public Launch with(UnaryOperator<LauncherDiscoveryRequestBuilder> adjustment) {
        this.adjustment = adjustment;
        return this;
    }

    /** Learns of each event when it is told. */
    public Launch witnessedBy(Consumer<Recording.Event> witness) {
        this.witness = witness;
        return this;
    }

    /** With standard streams of that encoding; with one of single bytes, what is recorded is what was written. */
    Launch printingIn(Charset encoding) {
        this.encoding = encoding;
        return this;
    }

    /** With a listener that hears of the tests, too. */
    Launch heardBy(TestExecutionListener listener) {
        this.listeners = List.of(listener);
        return this;
    }

    public Launch perClass() {
        UnaryOperator<LauncherDiscoveryRequestBuilder> earlier = adjustment;
        return with(request -> earlier.apply(request).configurationParameter("isolatedmounts.fork", "per-class"));
    }

    /** As any user's launcher does it: everything is found by ServiceLoader. */
    public Recording isolated() {
        return record(LauncherConfig.DEFAULT, adjustment.apply(request()));
    }

    /** All tests of a class in one fork. */
    public Recording isolatedByClass() {
        return record(
                LauncherConfig.DEFAULT,
                adjustment.apply(request()).configurationParameter("isolatedmounts.fork", "per-class"));
    }

    /**
     * The same class, with nothing of isolated-mounts in the launcher; its guard is told, by what only these tests may
     * do, that it is in the right namespace.
     */
    public Recording plain() {
        return record(withoutServices(), plainRequest());
    }

    /** Records nothing: what is printed goes where the streams of this JVM go. */
    public void print(boolean isolated) {
        LauncherFactory.create(isolated ? LauncherConfig.DEFAULT : withoutServices())
                .execute((isolated ? adjustment.apply(request()) : plainRequest()).build());
    }

    private LauncherDiscoveryRequestBuilder plainRequest() {
        return adjustment.apply(request()).configurationParameter(ForkProof.NAMESPACE_PARAMETER, hostNamespace());
    }

    /** A launcher that knows no listeners, and a guard that is told nothing. */
    public Recording withoutListeners() {
        return record(withoutServices(), adjustment.apply(request()));
    }

    public static String hostNamespace() {
        try {
            return ForkProof.currentMountNamespace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LauncherDiscoveryRequestBuilder request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .enableImplicitConfigurationParameters(false);
    }

    private static LauncherConfig withoutServices() {
        return LauncherConfig.builder()
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
    }

    private Recording record(LauncherConfig config, LauncherDiscoveryRequestBuilder request) {
        List<Recording.Event> events = new ArrayList<>();
        Recorder recorder = new Recorder(CASES, event -> {
            events.add(event);
            witness.accept(event);
        });
        TestExecutionListener[] all =
                Stream.concat(Stream.of(recorder), listeners.stream()).toArray(TestExecutionListener[]::new);
        recorder.recordPrinted(encoding, () -> LauncherFactory.create(config).execute(request.build(), all));
        return new Recording(List.copyOf(events));
    }
}
