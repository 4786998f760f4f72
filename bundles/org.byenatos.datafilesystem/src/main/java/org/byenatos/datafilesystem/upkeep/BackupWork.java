package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.ConflictException;
import org.byenatos.datafilesystem.sql.Database;
import org.byenatos.datafilesystem.sql.Engine;
import org.byenatos.datafilesystem.store.Examination;
import org.jspecify.annotations.Nullable;

/**
 * Backs up while others write: copies the database, opens the copy as one would after a restore and examines it, packs it,
 * and reads the file again to its end.
 */
final class BackupWork implements Work {

    private static final int PARTS = 4;

    private final Engine engine;
    private final BackupFile format;
    private final Path scratch;
    private final Path file;
    private @Nullable Path copy;
    private @Nullable BackupManifest manifest;
    private String sha256 = "";
    private int done;

    /**
     * @param engine whose database
     * @param format how it is packed
     * @param scratch a folder of its own, deleted afterwards
     * @param file where the backup will be
     */
    BackupWork(Engine engine, BackupFile format, Path scratch, Path file) {
        this.engine = engine;
        this.format = format;
        this.scratch = scratch;
        this.file = file;
    }

    @Override
    public boolean step() throws IOException {
        switch (done) {
            case 0 -> copy = copied();
            case 1 -> manifest = examined();
            case 2 -> pack();
            default -> prove();
        }
        done++;
        return done < PARTS;
    }

    private Path copied() throws IOException {
        if (Files.exists(file)) {
            throw new ConflictException("There is a file " + file + " already; choose another name.");
        }
        Folders.delete(scratch);
        Files.createDirectories(scratch);
        try {
            return engine.copy(scratch);
        } catch (SQLException e) {
            throw engine.explain(e);
        }
    }

    private BackupManifest examined() {
        Database opened = new Database(engine.on(copy()), 2);
        try {
            Examination.TABLES.forEach(table -> opened.read(session -> {
                opened.engine().check(session.connection(), table);
                return true;
            }));
            return new BackupManifest(BackupManifest.FORM, Instant.now().toString(), Examination.rows(opened));
        } finally {
            opened.close();
        }
    }

    private void pack() throws IOException {
        Files.deleteIfExists(part());
        sha256 = format.write(part(), copy(), manifest());
    }

    private void prove() throws IOException {
        if (!format.read(part(), null).equals(manifest())) {
            throw new IOException("The backup does not read as it was written.");
        }
        Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private Path copy() {
        if (copy == null) {
            throw new IllegalStateException("not copied yet");
        }
        return copy;
    }

    private BackupManifest manifest() {
        if (manifest == null) {
            throw new IllegalStateException("not examined yet");
        }
        return manifest;
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
        return new Results()
                .put("file", file.toString())
                .put("sha256", sha256)
                .put("rows", manifest().rows())
                .json();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part());
        Folders.delete(scratch);
    }
}
