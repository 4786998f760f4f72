package org.byenatos.datafilesystem.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.byenatos.api.error.StorageException;

/** Brings the schema of a database to the version that this code speaks, one transaction a version. */
public final class Migrations {
    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
    private static final String RECORD = "INSERT INTO schema_versions (version, applied_at) VALUES (?, ?)";
    private static final String LATEST = "SELECT MAX(version) FROM schema_versions";
    private static final String CREATE =
            "CREATE TABLE schema_versions (version INTEGER NOT NULL PRIMARY KEY, applied_at VARCHAR(40) NOT NULL)";

    private final List<String> scripts;
    private final Clock clock;

    /**
     * @param scripts the script at index 0 makes version 1, and so on
     * @param clock tells when a version was made
     */
    public Migrations(List<String> scripts, Clock clock) {
        this.scripts = List.copyOf(scripts);
        this.clock = clock;
    }

    /**
     * Makes what is missing.
     *
     * @throws StorageException if the schema is newer than this code; nothing is changed then
     */
    public void run(Database database) {
        int present = database.write(Migrations::version);
        if (present > scripts.size()) {
            throw new StorageException("The database has schema version " + present
                    + ", this release knows versions up to " + scripts.size()
                    + ". Start the newer release that made it, or restore a backup; nothing was changed.");
        }
        for (int version = present + 1; version <= scripts.size(); version++) {
            apply(database, version);
        }
    }

    private void apply(Database database, int version) {
        database.write(session -> {
            execute(session, scripts.get(version - 1));
            return session.change(RECORD, version, clock.instant().toString());
        });
        LOG.log(System.Logger.Level.INFO, "The database has schema version {0} now.", version);
    }

    private static int version(Session session) throws SQLException {
        if (!versioned(session)) {
            session.change(CREATE);
            return 0;
        }
        return session.first(LATEST, row -> row.getInt(1)).orElse(0);
    }

    private static boolean versioned(Session session) throws SQLException {
        try (ResultSet tables = session.connection().getMetaData().getTables(null, null, null, null)) {
            while (tables.next()) {
                if ("schema_versions".equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void execute(Session session, String script) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            for (String sql : script.split(";\\s*(\\R|$)")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
