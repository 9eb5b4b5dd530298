package org.isolatedmounts.it.tools;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an IDE does when its user clicks on the line that a suspended JVM has printed. */
final class JavaDebugger implements AutoCloseable {

    private final VirtualMachine machine;

    private JavaDebugger(VirtualMachine machine) {
        this.machine = machine;
    }

    static JavaDebugger attach(String port) throws Exception {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        arguments.get("hostname").setValue("localhost");
        arguments.get("port").setValue(port);
        return new JavaDebugger(sockets.attach(arguments));
    }

    /** Lets the JVM run to a method of a class that it has not loaded yet. */
    StackFrame runTo(Class<?> type, String method, Duration patience) throws Exception {
        ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(type.getName());
        prepared.enable();
        BreakpointEvent stopped = (BreakpointEvent) run(patience, event -> {
            if (event instanceof ClassPrepareEvent loaded) {
                stopAt(loaded.referenceType(), method);
            }
            return event instanceof BreakpointEvent;
        });
        return stopped.thread().frame(0);
    }

    /** Stays attached: left alone, the JVM would wait for another debugger and print the line once more. */
    void runToEnd(Duration patience) throws InterruptedException {
        machine.eventRequestManager().deleteAllBreakpoints();
        run(patience, VMDisconnectEvent.class::isInstance);
    }

    /** Resumes the JVM until there is a certain event. */
    private Event run(Duration patience, Predicate<Event> last) throws InterruptedException {
        machine.resume();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            EventSet events = machine.eventQueue().remove(1000);
            for (Event event : events == null ? List.<Event>of() : events) {
                if (last.test(event)) {
                    return event;
                }
            }
            if (events != null) {
                events.resume();
            }
        }
        throw new AssertionError("the JVM did not get there");
    }

    private void stopAt(ReferenceType type, String method) {
        machine.eventRequestManager()
                .createBreakpointRequest(type.methodsByName(method).get(0).location())
                .enable();
    }

    static String variable(StackFrame frame, String name) throws AbsentInformationException {
        return frame.getValue(frame.visibleVariableByName(name)).toString().replace("\"", "");
    }

    void setField(StackFrame frame, String name, String value) throws Exception {
        ClassType type = (ClassType) frame.location().declaringType();
        type.setValue(type.fieldByName(name), machine.mirrorOf(value));
    }

    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException e) {
            // it has ended
        }
    }
}
