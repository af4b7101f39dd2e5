package dev.rollcall.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedLogTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger LOG = Logger.getLogger("dev.rollcall.somewhere.Inside");

    private final TracedLog traced = new TracedLog();
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        traced.begin(null);
        ROOT.addHandler(lines);
    }

    @AfterEach
    void stop() {
        traced.end(null);
        ROOT.removeHandler(lines);
        Cause.leave();
    }

    @Test
    void aLineThatIsLoggedForSomebodySaysForWhom() {
        Cause.ofJob("abc", "job_1").enter();
        LOG.log(Level.WARNING, "the mail server {0} is away", "m1");
        LOG.log(Level.WARNING, "[abc] says so already");
        Cause.leave();
        LOG.log(Level.WARNING, "for nobody");
        assertThat(lines.written)
                .containsExactly("[abc] the mail server m1 is away", "[abc] says so already", "for nobody");
    }

    @Test
    void linesOfOthersAreTheirOwn() {
        Cause.ofJob("abc", "job_1").enter();
        Logger.getLogger("org.example").warning("not ours");
        assertThat(lines.written).containsExactly("not ours");
    }

    /** Plays the server, which writes what reaches the root. */
    private static final class Lines extends Handler {

        private final List<String> written = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            written.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // a list needs none
        }

        @Override
        public void close() {
            // a list needs none
        }
    }
}
