package org.byenatos.datafilesystem.derby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.byenatos.api.error.StorageException;
import org.byenatos.datafilesystem.sql.Engine;

/** Derby inside this process, encrypted with AES-256. */
public final class DerbyEngine implements Engine {
    private static final System.Logger LOG = System.getLogger(DerbyEngine.class.getName());

    private final Path folder;
    private final DerbyBoot boot;
    private final DerbyFailures failures;

    private DerbyEngine(Path folder, DerbyBoot boot, DerbyFailures failures) {
        this.folder = folder;
        this.boot = boot;
        this.failures = failures;
    }

    /**
     * Opens the database, or makes it where there is none.
     *
     * @param key gives the key of 32 bytes, a fresh copy each time
     * @throws StorageException if it cannot be opened or not be written; nothing is overwritten then
     */
    public static DerbyEngine open(DerbySettings settings, Supplier<byte[]> key) {
        settings.apply();
        DerbyEngine engine = new DerbyEngine(
                settings.folder(), new DerbyBoot(settings.folder(), key), new DerbyFailures(settings.folder()));
        engine.open(settings.logFile());
        return engine;
    }

    private void open(Path logFile) {
        try {
            if (logFile.getParent() != null) {
                Files.createDirectories(logFile.getParent());
            }
            if (Files.notExists(folder)) {
                create();
            }
        } catch (IOException e) {
            throw new StorageException("The folders of the database at " + folder + " could not be made.", e);
        }
        openFirst();
    }

    private void openFirst() {
        try (Connection first = connect()) {
            if (first.isReadOnly()) {
                throw new SQLException("opened read-only", "25502");
            }
        } catch (SQLException e) {
            close();
            throw explain(e);
        }
    }

    /** Under another name first, so that a crash in the middle leaves nothing that looks like a database. */
    private void create() throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".creating");
        Files.createDirectories(folder.toAbsolutePath().getParent());
        deleteAll(draft);
        DerbyBoot making = boot.at(draft);
        try {
            making.create();
            making.shutdown();
        } catch (SQLException e) {
            throw explain(e);
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void deleteAll(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = boot.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    @Override
    public List<String> migrations() {
        return DerbyScripts.all();
    }

    @Override
    public String walking(String index) {
        return " --DERBY-PROPERTIES index=" + index + "\n";
    }

    /** Derby's LIKE takes microseconds a row. */
    @Override
    public String holding(String column) {
        return "LOCATE(?, " + column + ") > 0";
    }

    /** Derby copies page by page and brings the log of what happened meanwhile along. */
    @Override
    public Path copy(Path target) throws SQLException {
        try (Connection connection = connect();
                CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, target.toString());
            call.execute();
            connection.commit();
        }
        return target.resolve(folder.getFileName().toString());
    }

    @Override
    public Engine on(Path copy) {
        DerbyEngine engine = new DerbyEngine(copy, boot.at(copy), new DerbyFailures(copy));
        engine.openFirst();
        return engine;
    }

    /** In place: a rewritten copy of a table would need its room twice. */
    @Override
    public void compact(Connection connection, String table) throws SQLException {
        try (CallableStatement call =
                connection.prepareCall("CALL SYSCS_UTIL.SYSCS_INPLACE_COMPRESS_TABLE(CURRENT SCHEMA, ?, 1, 1, 1)")) {
            call.setString(1, table.toUpperCase(Locale.ROOT));
            call.execute();
        }
    }

    @Override
    public void check(Connection connection, String table) throws SQLException {
        try (PreparedStatement check =
                connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_CHECK_TABLE(CURRENT SCHEMA, ?)")) {
            check.setString(1, table.toUpperCase(Locale.ROOT));
            check.executeQuery().close();
        }
    }

    @Override
    public boolean mayRepeat(SQLException failure) {
        return failures.mayRepeat(failure);
    }

    @Override
    public boolean lost(SQLException failure) {
        return failures.lost(failure);
    }

    @Override
    public StorageException explain(SQLException failure) {
        return failures.explain(failure);
    }

    @Override
    public void close() {
        try {
            boot.shutdown();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "Derby was not open or did not shut down: {0}", e.getSQLState());
        }
    }
}
