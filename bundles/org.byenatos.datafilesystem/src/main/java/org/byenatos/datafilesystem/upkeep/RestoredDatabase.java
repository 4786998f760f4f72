package org.byenatos.datafilesystem.upkeep;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Engine;
import org.byenatos.datafilesystem.sql.Migrations;
import org.byenatos.datafilesystem.store.Cleansing;

/** Opens the database of a backup, examines it, and makes it fit to be used in this home. */
final class RestoredDatabase {

    private final KeyVault vault;
    private final Clock clock;

    RestoredDatabase(KeyVault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Examines it against its manifest, brings its schema to this release's version, takes out users whose key is gone,
     * and ends jobs that were under way.
     *
     * @param engine the database, closed afterwards
     * @return who was taken out
     */
    List<String> prepare(Engine engine, BackupManifest manifest) {
        Database database = new Database(engine, 2);
        try {
            manifest.rows().forEach((table, rows) -> examine(database, table, rows));
            new Migrations(database.engine().migrations(), clock).run(database);
            return new Cleansing(database, vault, clock).run();
        } finally {
            database.close();
        }
    }

    private static void examine(Database database, String table, long rows) {
        if (!table.matches("[a-z_]+")) {
            throw new StorageException("The backup's manifest names no table of ours.");
        }
        long found = database.read(session -> {
            database.engine().check(session.connection(), table);
            return session.first("SELECT COUNT(*) FROM " + table, row -> row.getLong(1))
                    .orElse(0L);
        });
        if (found != rows) {
            throw new StorageException(
                    "The backup has " + found + " rows in " + table + " and not " + rows + " as it says.");
        }
    }

    /** How many rows there are in all, by the manifest. */
    static long rows(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
