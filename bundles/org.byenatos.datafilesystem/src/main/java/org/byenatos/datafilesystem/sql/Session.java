package org.byenatos.datafilesystem.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection with the statements that were prepared on it, kept for the next time. Used by one thread at a time. */
public final class Session implements AutoCloseable {
    private static final int MOST_STATEMENTS = 64;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

    Session(Connection connection) {
        this.connection = connection;
    }

    /** All rows of a query. */
    public <T> List<T> all(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        Parameters.set(statement, parameters);
        try (ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        Parameters.set(statement, parameters);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Changes rows; returns how many. */
    public int change(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        Parameters.set(statement, parameters);
        return statement.executeUpdate();
    }

    /** A batch of one statement; at most one of the same statement is in use at a time. */
    public Batch batch(String sql) throws SQLException {
        PreparedStatement statement = statement(sql);
        statement.clearBatch();
        return new Batch(statement);
    }

    /** The connection itself, for what only a product's own words do. */
    public Connection connection() {
        return connection;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        if (prepared.size() >= MOST_STATEMENTS) {
            forgetOldest();
        }
        PreparedStatement made = connection.prepareStatement(sql);
        prepared.put(sql, made);
        return made;
    }

    private void forgetOldest() throws SQLException {
        Iterator<PreparedStatement> oldest = prepared.values().iterator();
        PreparedStatement closing = oldest.next();
        oldest.remove();
        closing.close();
    }

    /** Rolls back what is open and closes the connection. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        }
    }
}
