package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import org.byenatos.api.common.Json;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.store.Examination;

/** Compacts table by table; others wait for one table at most. */
final class CompactWork implements Work {

    private final Database database;
    private final Path folder;
    private final long before;
    private int done;

    CompactWork(Database database, Path folder) throws IOException {
        this.database = database;
        this.folder = folder;
        this.before = Folders.size(folder);
    }

    @Override
    public boolean step() {
        String table = Examination.TABLES.get(done);
        database.write(session -> {
            database.engine().compact(session.connection(), table);
            return true;
        });
        done++;
        return done < total();
    }

    @Override
    public int done() {
        return done;
    }

    @Override
    public int total() {
        return Examination.TABLES.size();
    }

    @Override
    public Json result() {
        try {
            return new Results()
                    .put("bytes_before", before)
                    .put("bytes_after", Folders.size(folder))
                    .json();
        } catch (IOException e) {
            return new Results().put("bytes_before", before).json();
        }
    }
}
