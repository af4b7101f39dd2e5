package dev.rollcall.data;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what PostgreSQL said (its SQLSTATE, see its manual's appendix A) in a failure that came through several layers. */
public final class SqlStates {

    private SqlStates() {}

    /** The SQLSTATE of the failure, if a database said one. */
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(t -> ((SQLException) t).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }

    /** Whether the failure only says that the database was away, shutting down, or out of connections: what failed was not tried. */
    public static boolean isAway(Throwable failure) {
        return of(failure).filter(state -> state.matches("08...|53...|57P..")).isPresent()
                || Stream.iterate(failure, t -> t != null, Throwable::getCause).anyMatch(SqlStates::isFullPool);
    }

    /** The server's own exception for it is not on our class path. */
    private static boolean isFullPool(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause.getClass().getSimpleName().equals("ConnectionWaitTimeoutException");
    }
}
