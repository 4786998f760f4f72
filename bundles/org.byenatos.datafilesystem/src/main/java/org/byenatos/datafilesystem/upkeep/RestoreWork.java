package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/** Unpacks a backup and proves it whole, then opens it for a test. The next start puts it in its place. */
final class RestoreWork implements Work {

    private static final int PARTS = 2;

    private final Restore restore;
    private final Path file;
    private @Nullable BackupManifest manifest;
    private List<String> gone = List.of();
    private int done;

    RestoreWork(Restore restore, Path file) {
        this.restore = restore;
        this.file = file;
    }

    @Override
    public boolean step() throws IOException {
        BackupManifest unpacked = manifest;
        if (unpacked == null) {
            manifest = restore.unpack(file);
        } else {
            gone = restore.stage(unpacked);
        }
        done++;
        return done < PARTS;
    }

    @Override
    public int done() {
        return done;
    }

    @Override
    public int total() {
        return PARTS;
    }

    @Override
    public Json result() {
        BackupManifest unpacked = manifest;
        Results results = new Results().put("takes_effect", "at the next start").put("users_left_out", gone);
        if (unpacked != null) {
            results.put("made_at", unpacked.madeAt()).put("rows", RestoredDatabase.rows(unpacked.rows()));
        }
        return results.json();
    }
}
