package dev.rollcall.web.shared;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Consumer;

/**
 * SIGTERM, by which orchestrators, systemd and container engines stop a process. The server closes its ports as the first thing it does
 * then, and the order of shutdown hooks is nobody's to choose, so that the signal itself has to be held. The JDK's class for this is no
 * part of Java's own API, but of the module {@code jdk.unsupported}; looked up by name, it gives the compiler nothing to warn of.
 */
final class StopSignal implements AutoCloseable {

    private static final String NAME = "TERM";

    private final Class<?> signals;
    private final Class<?> handlers;
    private final Object signal;
    private final Object before;

    /**
     * Has the signal handled from now on, in a thread of its own each time.
     *
     * @param handler gets what would have happened without it: the process's orderly end
     * @throws IllegalStateException where the process was told to leave signals alone ({@code -Xrs})
     */
    StopSignal(Consumer<Runnable> handler) {
        try {
            signals = Class.forName("sun.misc.Signal");
            handlers = Class.forName("sun.misc.SignalHandler");
            signal = signals.getConstructor(String.class).newInstance(NAME);
            before = handle(MethodHandleProxies.asInterfaceInstance(handlers, told(handler)));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Signals cannot be handled here.", e);
        }
    }

    /** Leaves the signal to whoever had it before. */
    @Override
    public void close() {
        try {
            handle(before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object handle(Object by) throws ReflectiveOperationException {
        return signals.getMethod("handle", signals, handlers).invoke(null, signal, by);
    }

    private MethodHandle told(Consumer<Runnable> handler) throws ReflectiveOperationException {
        return MethodHandles.dropArguments(
                MethodHandles.lookup()
                        .findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class))
                        .bindTo(handler)
                        .bindTo((Runnable) this::goOn),
                0,
                signals);
    }

    private void goOn() {
        try {
            handlers.getMethod("handle", signals).invoke(before, signal);
        } catch (InvocationTargetException | IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
