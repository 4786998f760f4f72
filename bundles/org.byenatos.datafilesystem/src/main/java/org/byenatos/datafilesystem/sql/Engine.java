package org.byenatos.datafilesystem.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.byenatos.api.error.StorageException;

/**
 * One database product, opened at one place. All that differs between products is here; every statement elsewhere is
 * plain SQL. Thread-safe.
 */
public interface Engine extends AutoCloseable {
    /** A new connection, auto-commit off, read committed. Opens the database if it is not open. */
    Connection connect() throws SQLException;

    /**
     * The scripts that make the schema in this product's words, oldest first: the one at index 0 makes version 1, each
     * later one changes the version before. Statements end with a semicolon at the end of a line.
     */
    List<String> migrations();

    /** What follows a table's name in a query that should walk an index; may be empty. */
    String walking(String index);

    /** The condition that a column of text holds a parameter somewhere. */
    String holding(String column);

    /**
     * Copies the whole database into a new folder, consistent although others write meanwhile.
     *
     * @return the folder of the copy, below the given one
     */
    Path copy(Path folder) throws SQLException;

    /** The same product, opened on a copy. */
    Engine on(Path copy);

    /** Gives room in a table that nothing uses any more back to the disk. Others may have to wait meanwhile. */
    void compact(Connection connection, String table) throws SQLException;

    /** Examines a table and its indexes; fails if they do not fit together. */
    void check(Connection connection, String table) throws SQLException;

    /** Whether the transaction failed for the sake of another one and may be repeated. */
    boolean mayRepeat(SQLException failure);

    /** Whether the connection is of no more use. */
    boolean lost(SQLException failure);

    /** The failure in words for a person. */
    StorageException explain(SQLException failure);

    /** Shuts the database down, so that another may open it. */
    @Override
    void close();
}
