package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether the database is there, as far as this node knows. While it is away nobody begins to wait for it; and whoever waits already
 * when that is found out is let go, because a connection to a server that hangs would be waited on for as long as TCP is patient.
 */
@ApplicationScoped
public class DatabasePresence {

    /** Asks for a sign of life; throws if there is none. */
    @FunctionalInterface
    interface Question {
        void ask() throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(DatabasePresence.class.getName());

    @Inject
    private ConnectionPool pool;

    private volatile boolean away;

    /** For the container; tests use {@link #DatabasePresence(ConnectionPool)}. */
    public DatabasePresence() {}

    DatabasePresence(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Whether a statement would wait in vain now. */
    public boolean isAway() {
        return away;
    }

    /** Takes the answer to a question as news of the database. Never fails: it is asked again and again. */
    void check(Question question) {
        var silence = silence(question);
        if (silence == null) {
            if (away) {
                away = false;
                LOG.info("the database answers again");
            }
            return;
        }
        if (!away) {
            away = true;
            LOG.log(Level.WARNING, "the database does not answer; requests are refused until it does: {0}", silence);
        }
        pool.abort(); // each time: a worker may have come between
    }

    /** Why there is no answer; null if there is one. A connection that was cut is no silence: the next one is asked. */
    private String silence(Question question) {
        try {
            question.ask();
            return null;
        } catch (SQLException | RuntimeException e) {
            if (away || isSilence(e)) {
                return e.getMessage();
            }
        }
        try {
            question.ask();
            return null;
        } catch (SQLException | RuntimeException e) {
            return e.getMessage();
        }
    }

    private static boolean isSilence(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
