package dev.rollcall.data;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Single statements over all instances, each committed by itself: for what belongs to the server and to no tenant, which is the queue's
 * claims and the schedule's leases. Whatever belongs to an instance goes through {@link Rows}. The queue never calls it within a
 * transaction; a schedule's run does, and is then part of it.
 */
@ApplicationScoped
public class Database {

    /** Gives a statement its parameters. */
    @FunctionalInterface
    public interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * For statements outside of transactions. A connection that could be shared would stay with its thread until the server's local
     * transaction ends, which for a worker is never; and one more with each death of the database, until the pool has none left.
     */
    @Resource(lookup = "jdbc/rollcall", shareable = false)
    private DataSource unshared;

    @Resource(lookup = "jdbc/rollcall")
    private DataSource shared;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** For the container; tests use {@link #Database(DataSource)}. */
    public Database() {}

    /** A database outside of the container, and of transactions. */
    public Database(DataSource source) {
        this.unshared = source;
    }

    /** The rows that a statement answers, changes with {@code returning} included. */
    public <T> List<T> query(String sql, Binder binder, Reader<T> reader) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Runs a change; answers how many rows it changed. */
    public int update(String sql, Binder binder) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Connection connect() throws SQLException {
        boolean joins = transaction != null && transaction.getTransactionKey() != null;
        return (joins ? shared : unshared).getConnection();
    }
}
