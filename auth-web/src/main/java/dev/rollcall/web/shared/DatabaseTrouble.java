package dev.rollcall.web.shared;

import dev.rollcall.error.CommonProblem;
import dev.rollcall.error.Kind;
import dev.rollcall.error.Problem;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;

/**
 * What the database's own refusals mean to a client: asking again helps against a lost race, a deadlock or a full pool, and a
 * duplicate that no service has put into words is still a conflict and not a mistake.
 */
enum DatabaseTrouble implements Problem {
    DUPLICATE_RECORD(Kind.CONFLICT, "Already exists", "A record with these values already exists."),
    VALUE_NOT_STORABLE(Kind.INVALID, "Value invalid", "One of the values cannot be stored as it is.");

    private static final int CAUSES = 20;
    private static final List<Class<? extends Exception>> LOST_RACES =
            List.of(OptimisticLockException.class, PessimisticLockException.class, LockTimeoutException.class);

    private final Kind kind;
    private final String message;
    private final String longMessage;

    DatabaseTrouble(Kind kind, String message, String longMessage) {
        this.kind = kind;
        this.message = message;
        this.longMessage = longMessage;
    }

    /** The problem that the failure's causes tell of, if it is the database's. */
    static Optional<Problem> in(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            var problem = problem(cause);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(Throwable cause) {
        if (LOST_RACES.stream().anyMatch(race -> race.isInstance(cause)) || isFullPool(cause)) {
            return Optional.of(CommonProblem.SERVICE_UNAVAILABLE);
        }
        return cause instanceof SQLException sql && sql.getSQLState() != null
                ? ofState(sql.getSQLState())
                : Optional.empty();
    }

    /** The server's own exception for it is not on our class path. */
    private static boolean isFullPool(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause.getClass().getSimpleName().equals("ConnectionWaitTimeoutException");
    }

    /** The meaning of an SQL state of PostgreSQL. */
    static Optional<Problem> ofState(String state) {
        return switch (state) {
            case "40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03" ->
                Optional.of(CommonProblem.SERVICE_UNAVAILABLE);
            case "23503" -> Optional.of(CommonProblem.RESOURCE_NOT_FOUND); // what it belongs to has just gone
            case "23505" -> Optional.of(DUPLICATE_RECORD);
            case "22003", "22021", "22P05" -> Optional.of(VALUE_NOT_STORABLE);
            case "22001" -> Optional.of(CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED);
            default ->
                state.startsWith("08") || state.startsWith("53")
                        ? Optional.of(CommonProblem.SERVICE_UNAVAILABLE)
                        : Optional.empty();
        };
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public String longMessage() {
        return longMessage;
    }
}
