package org.byenatos.datafilesystem.store;

import java.util.List;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Database;

/** Components of PSPs in the database, sealed under the user's key. */
final class SqlPspRepository implements PspRepository {

    private final Database database;
    private final KeyVault vault;
    private final Codec codec;

    SqlPspRepository(Database database, KeyVault vault, Codec codec) {
        this.database = database;
        this.vault = vault;
        this.codec = codec;
    }

    @Override
    public List<PspComponent> components(String userId) {
        return database.read(session -> new MemoryRows(session, userId, vault, codec).components());
    }

    @Override
    public void save(String userId, List<PspComponent> changed, List<String> deletedIds) {
        database.write(session -> {
            MemoryRows rows = new MemoryRows(session, userId, vault, codec);
            for (PspComponent component : changed) {
                rows.put(component);
            }
            for (String id : deletedIds) {
                rows.delete(id);
            }
            return changed.size();
        });
    }
}
