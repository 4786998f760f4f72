package org.byenatos.datafilesystem.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement with many rows of parameters, sent together. */
public final class Batch {
    private final PreparedStatement statement;
    private int rows;

    Batch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Adds a row of parameters. */
    public void add(Object... parameters) throws SQLException {
        Parameters.set(statement, parameters);
        statement.addBatch();
        rows++;
    }

    /** Forgets what was added, so that the statement can be used otherwise. */
    public void clear() throws SQLException {
        statement.clearBatch();
        rows = 0;
    }

    /** Executes what was added, if anything was. */
    public void execute() throws SQLException {
        if (rows > 0) {
            statement.executeBatch();
            rows = 0;
        }
    }
}
