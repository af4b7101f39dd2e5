package dev.rollcall.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Puts the trace id before what this program logs while it works for somebody, so that a line is found by the header of an answer and by
 * a job. A handler of our own loggers' parent sees a record before the server writes it.
 */
@ApplicationScoped
class TracedLog extends Handler {

    private final Logger ours = Logger.getLogger("dev.rollcall");

    void begin(@Observes Startup event) {
        ours.addHandler(this);
    }

    void end(@Observes Shutdown event) {
        ours.removeHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        var message = line.getMessage();
        Cause.current()
                .map(Cause::traceId)
                .filter(trace -> !trace.isEmpty() && message != null && !message.contains(trace))
                .ifPresent(trace -> line.setMessage("[" + trace + "] " + message));
    }

    @Override
    public void flush() {
        // nothing is kept here
    }

    @Override
    public void close() {
        // nothing is held here
    }
}
