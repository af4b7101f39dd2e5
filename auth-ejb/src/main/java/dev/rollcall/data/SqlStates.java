package dev.rollcall.data;

import java.sql.SQLException;
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
}
