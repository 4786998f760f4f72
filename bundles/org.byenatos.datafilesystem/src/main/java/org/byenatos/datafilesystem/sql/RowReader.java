package org.byenatos.datafilesystem.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes a value of the present row of a result.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RowReader<T> {
    /** Reads the row. */
    T read(ResultSet row) throws SQLException;
}
