package org.byenatos.datafilesystem;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.derby.DerbyEngine;
import org.byenatos.datafilesystem.derby.DerbySettings;
import org.byenatos.datafilesystem.store.Store;

/** Opens real stores for tests. */
public final class TestStores {
    private TestStores() {}

    /** A store on Derby below this folder, new or as it was left. */
    public static Store open(Path folder, KeyVault vault) {
        return open(folder, vault, Duration.ofSeconds(5));
    }

    /** A store on Derby below this folder, with another patience. */
    public static Store open(Path folder, KeyVault vault, Duration patience) {
        DerbySettings settings = new DerbySettings(folder.resolve("derby"), folder.resolve("derby.log"), 250);
        return Store.open(
                folder.resolve("derby.lock"),
                patience,
                () -> DerbyEngine.open(settings, vault::databaseKey),
                8,
                vault,
                Clock.systemUTC());
    }
}
