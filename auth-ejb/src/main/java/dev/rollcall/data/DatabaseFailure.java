package dev.rollcall.data;

import java.sql.SQLException;

/** The database refused a statement, or did not answer. */
public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
