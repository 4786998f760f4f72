package org.byenatos.datafilesystem.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.TestStores;
import org.byenatos.datafilesystem.derby.DerbyEngine;

/** Looks into the tables of a closed store, and meddles with them, as somebody could who has the database's key. */
final class Tables implements AutoCloseable {
    private final DerbyEngine engine;
    private final Connection connection;

    Tables(Path folder, KeyVault vault) throws SQLException {
        engine = TestStores.engine(folder, vault);
        connection = engine.connect();
    }

    /** Every value of every row, binary ones as one character a byte. */
    List<String> values() throws SQLException {
        List<String> values = new ArrayList<>();
        for (String table : names()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        values.add(value(rows, column));
                    }
                }
            }
        }
        return values;
    }

    private static String value(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        return type == Types.BLOB || type == Types.VARBINARY ? binary(rows.getBytes(column)) : rows.getString(column);
    }

    private static String binary(byte[] value) {
        return value == null ? null : new String(value, StandardCharsets.ISO_8859_1);
    }

    List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(sql);
            connection.commit();
            return changed;
        }
    }

    @Override
    public void close() throws SQLException {
        try (engine) {
            connection.rollback();
            connection.close();
        }
    }
}
