package org.byenatos.datafilesystem;

import java.nio.file.Path;
import java.time.Clock;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.derby.DerbyEngine;
import org.byenatos.datafilesystem.derby.DerbySettings;
import org.byenatos.datafilesystem.sql.Engine;
import org.byenatos.datafilesystem.store.Store;
import org.byenatos.datafilesystem.upkeep.Derived;
import org.byenatos.datafilesystem.upkeep.Restore;
import org.byenatos.datafilesystem.upkeep.Upkeeper;

/** Where the database of a home lies, and how it is opened. The one place that knows which product it is. */
final class Home {

    private final Path root;
    private final Path data;
    private final Path database;
    private final DataFileSystemSettings settings;
    private final KeyVault vault;
    private final Restore restore;

    Home(Path root, DataFileSystemSettings settings, KeyVault vault) {
        this.root = root;
        this.data = root.resolve("data");
        this.database = data.resolve("derby");
        this.settings = settings;
        this.vault = vault;
        this.restore = new Restore(data, database, vault, Clock.systemUTC(), this::engine);
    }

    /** Opens the database, or the backup that is to take its place. */
    Store open() {
        return Store.open(
                data.resolve("derby.lock"),
                settings.openPatience(),
                () -> {
                    restore.beforeOpening();
                    return engine(database);
                },
                settings.connections(),
                vault,
                Clock.systemUTC());
    }

    Upkeeper upkeeper(Store store, Derived derived) {
        return new Upkeeper(store, derived, restore, vault, data, database);
    }

    private Engine engine(Path folder) {
        DerbySettings derby =
                new DerbySettings(folder, root.resolve("logs").resolve("derby.log"), settings.cachePages());
        return DerbyEngine.open(derby, vault::databaseKey);
    }
}
