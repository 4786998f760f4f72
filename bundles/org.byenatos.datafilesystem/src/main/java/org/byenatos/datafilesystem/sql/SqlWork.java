package org.byenatos.datafilesystem.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is done in one transaction. It may run more than once, so it changes nothing but the database.
 *
 * @param <R> what it results in
 */
@FunctionalInterface
public interface SqlWork<R extends @Nullable Object> {
    /** Does it. */
    R run(Session session) throws SQLException;
}
