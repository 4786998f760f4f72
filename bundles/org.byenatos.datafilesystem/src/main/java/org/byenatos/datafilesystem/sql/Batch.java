package org.byenatos.datafilesystem.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement with many rows of parameters, sent some dozens together, so that no more of them are held. */
public final class Batch {
    private static final int MOST = 64;

    private final PreparedStatement statement;
    private int rows;

    Batch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Adds a row of parameters. */
    public void add(Object... parameters) throws SQLException {
        Parameters.set(statement, parameters);
        statement.addBatch();
        if (++rows == MOST) {
            execute();
        }
    }

    /** Executes what was added and is not executed yet. */
    public void execute() throws SQLException {
        if (rows > 0) {
            statement.executeBatch();
            rows = 0;
        }
    }
}
