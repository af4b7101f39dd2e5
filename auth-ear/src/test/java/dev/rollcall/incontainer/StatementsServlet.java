package dev.rollcall.incontainer;

import dev.rollcall.trace.Cause;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Inside the server: what the application under test sends to PostgreSQL for requests, and for nothing else. The driver logs every statement
 * that it has run, on the thread that ran it; the application knows what that thread works for. {@code POST} begins to listen,
 * {@code DELETE} ends it and answers a line for each statement: the command and who sent it.
 */
@WebServlet("/statements")
public class StatementsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
    private static final Listener LISTENER = new Listener();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        LISTENER.sent.clear();
        DRIVER.removeHandler(LISTENER);
        DRIVER.addHandler(LISTENER);
        DRIVER.setUseParentHandlers(false); // the server's own log has no use for all this
        DRIVER.setLevel(Level.FINEST);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DRIVER.setLevel(null);
        DRIVER.removeHandler(LISTENER);
        DRIVER.setUseParentHandlers(true);
        response.setContentType("text/plain");
        response.getWriter().write(String.join("\n", LISTENER.sent));
    }

    private static final class Listener extends Handler {

        private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
        private static final String OURS = "dev.rollcall.";
        private static final List<String> NOT_THE_SENDER = List.of(OURS + "incontainer.", OURS + "data.");

        private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().contains("<=BE CommandStatus")) {
                sender().ifPresent(sender -> sent.add(command(line) + " " + sender));
            }
        }

        /** {@code SELECT} of {@code SELECT 1}. */
        private static String command(LogRecord line) {
            return String.valueOf(line.getParameters()[0]).split(" ")[0];
        }

        private static Optional<String> sender() {
            return STACK.walk(frames -> frames.filter(
                            frame -> frame.getClassName().startsWith(OURS))
                    .filter(frame -> NOT_THE_SENDER.stream()
                            .noneMatch(some -> frame.getClassName().startsWith(some)))
                    .findFirst()
                    .filter(frame -> isOfRequest(frame.getDeclaringClass().getClassLoader()))
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName()));
        }

        /** By the application's own note of what its thread works for; this deployment's copy of the application is not looked at. */
        private static boolean isOfRequest(ClassLoader application) {
            try {
                var causes = application.loadClass(Cause.class.getName());
                var cause = (Optional<?>) causes.getMethod("current").invoke(null);
                if (causes == Cause.class || cause.isEmpty()) {
                    return false;
                }
                var actor = causes.getMethod("actor").invoke(cause.get());
                return !"job".equals(actor.getClass().getMethod("type").invoke(actor));
            } catch (ReflectiveOperationException otherwise) {
                throw new IllegalStateException(otherwise);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
