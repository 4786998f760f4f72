package org.byenatos.datafilesystem.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets parameters of the few types that the store uses. */
final class Parameters {
    private Parameters() {}

    static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            set(statement, i + 1, parameters[i]);
        }
    }

    private static void set(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else {
            throw new IllegalArgumentException("No SQL parameter can be a " + value.getClass());
        }
    }
}
