package org.byenatos.datafilesystem.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.derby.DerbyScripts;
import org.byenatos.datafilesystem.sql.Engine;
import org.h2.Driver;

/** H2 in the place of Derby. */
final class H2Engine implements Engine {
    /** Without compaction in the background: H2's file was seen torn on crowded machines. */
    private static final String SETTINGS = ";DB_CLOSE_DELAY=-1;AUTO_COMPACT_FILL_RATE=0";

    private final String url;

    private H2Engine(Path folder) {
        this.url = "jdbc:h2:file:" + folder.resolve("h2") + SETTINGS;
    }

    static Store open(Path folder, KeyVault vault) {
        return Store.open(
                folder.resolve("h2.lock"),
                Duration.ofSeconds(5),
                () -> new H2Engine(folder),
                4,
                vault,
                Clock.systemUTC());
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = new Driver().connect(url, new Properties());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Derby's schema in H2's words. */
    @Override
    public List<String> migrations() {
        return DerbyScripts.all().stream()
                .map(script -> script.replaceAll("(?m)^CALL .*$", "")
                        .replaceAll("VARCHAR(\\(\\d+\\)) FOR BIT DATA", "VARBINARY$1"))
                .toList();
    }

    @Override
    public String walking(String index) {
        return "";
    }

    @Override
    public String holding(String column) {
        return "LOCATE(?, " + column + ") > 0";
    }

    /** What this is for is that the storage works on it; taking care of a home is left to Derby. */
    @Override
    public Path copy(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Engine on(Path copy) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void compact(Connection connection, String table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void check(Connection connection, String table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mayRepeat(SQLException failure) {
        return "40001".equals(failure.getSQLState());
    }

    @Override
    public boolean lost(SQLException failure) {
        return failure.getSQLState().startsWith("08");
    }

    @Override
    public StorageException explain(SQLException failure) {
        return new StorageException("H2 failed.", failure);
    }

    @Override
    public void close() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw explain(e);
        }
    }
}
