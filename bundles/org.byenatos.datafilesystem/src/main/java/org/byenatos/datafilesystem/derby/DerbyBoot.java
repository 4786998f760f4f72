package org.byenatos.datafilesystem.derby;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;

/** Creates, opens and shuts down one encrypted Derby database. The key travels in properties, never in a URL. */
final class DerbyBoot {
    private static final String URL = "jdbc:derby:";
    private static final String SHUT_DOWN_WELL = "08006";

    private final AutoloadedDriver driver = new AutoloadedDriver();
    private final Path folder;
    private final Supplier<byte[]> key;

    DerbyBoot(Path folder, Supplier<byte[]> key) {
        this.folder = folder;
        this.key = key;
    }

    /** The same for another folder. */
    DerbyBoot at(Path other) {
        return new DerbyBoot(other, key);
    }

    void create() throws SQLException {
        Properties properties = encrypted();
        properties.setProperty("create", "true");
        properties.setProperty("dataEncryption", "true");
        driver.connect(URL, properties).close();
    }

    Connection connect() throws SQLException {
        return driver.connect(URL, encrypted());
    }

    void shutdown() throws SQLException {
        Properties properties = named();
        properties.setProperty("shutdown", "true");
        try {
            driver.connect(URL, properties).close();
        } catch (SQLException e) {
            if (!SHUT_DOWN_WELL.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private Properties encrypted() {
        byte[] bytes = key.get();
        Properties properties = named();
        properties.setProperty("encryptionKey", HexFormat.of().formatHex(bytes));
        properties.setProperty("encryptionAlgorithm", "AES/CBC/NoPadding");
        Arrays.fill(bytes, (byte) 0);
        return properties;
    }

    private Properties named() {
        Properties properties = new Properties();
        properties.setProperty("databaseName", folder.toString());
        return properties;
    }
}
