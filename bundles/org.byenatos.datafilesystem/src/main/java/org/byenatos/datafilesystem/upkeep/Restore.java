package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.sql.Engine;

/**
 * Restores a backup in two moves. First it is unpacked beside the present database, proved whole, opened and examined;
 * then, before the database is opened the next time, it takes the present one's place, which is kept beside it until the
 * next restore. A crash between leaves one or the other. Whoever cannot start the core can ask for it by a file.
 */
public final class Restore {

    private static final System.Logger LOG = System.getLogger(Restore.class.getName());
    private static final String DATABASE = "database";

    private final Path database;
    private final Path index;
    private final Path folder;
    private final BackupFile format;
    private final RestoredDatabase restored;
    private final Function<Path, Engine> opener;

    /**
     * @param data the folder of all data
     * @param database the folder of the database in it
     * @param vault this home's keys
     * @param clock what time it is
     * @param opener opens a database of the product in use
     */
    public Restore(Path data, Path database, KeyVault vault, Clock clock, Function<Path, Engine> opener) {
        this.database = database;
        this.index = data.resolve("index");
        this.folder = data.resolve("restore");
        this.format = new BackupFile(vault::databaseKey);
        this.restored = new RestoredDatabase(vault, clock);
        this.opener = opener;
    }

    /** Unpacks a backup beside the present database and proves it whole. */
    BackupManifest unpack(Path file) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        return format.read(file, folder.toAbsolutePath().normalize());
    }

    /** Opens what was unpacked, examines it, and lets it take the present one's place at the next start. */
    List<String> stage(BackupManifest manifest) throws IOException {
        List<String> gone = restored.prepare(opener.apply(folder.resolve(DATABASE)), manifest);
        Files.writeString(ready(), manifest.madeAt());
        Folders.force(ready());
        return gone;
    }

    /** Before the database is opened: does what was asked for by a file, and puts what is ready in its place. */
    public void beforeOpening() {
        try {
            if (Files.exists(request())) {
                onRequest(Path.of(Files.readString(request()).strip()));
            }
            if (Files.exists(ready())) {
                replace();
            }
        } catch (IOException e) {
            throw new StorageException("The backup could not take the place of the present database: " + e, e);
        }
    }

    private void onRequest(Path file) throws IOException {
        Files.delete(request());
        try {
            List<String> gone = stage(unpack(file));
            Files.writeString(report(), "restored from " + file + without(gone));
        } catch (IOException | ByenatosException failed) {
            Folders.delete(folder);
            Files.writeString(report(), "not restored: " + failed.getMessage());
            LOG.log(System.Logger.Level.ERROR, "The backup was not restored; the present data stay", failed);
        }
    }

    static String without(List<String> gone) {
        return gone.isEmpty() ? "" : "; without users whose key was destroyed: " + String.join(", ", gone);
    }

    private void replace() throws IOException {
        Path unpacked = folder.resolve(DATABASE);
        Path replaced = database.resolveSibling(database.getFileName() + ".replaced");
        if (Files.exists(unpacked)) {
            if (Files.exists(database)) {
                Folders.delete(replaced);
                Files.move(database, replaced, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unpacked, database, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(index);
        Folders.delete(folder);
        LOG.log(
                System.Logger.Level.INFO,
                "The database is the restored one now; the one before lies in {0} until the next restore",
                replaced);
    }

    /** The file that asks for a restore before the next opening: it holds the path of the backup. */
    private Path request() {
        return folder.resolveSibling("restore.request");
    }

    /** The file that says what became of the request. */
    private Path report() {
        return folder.resolveSibling("restore.report");
    }

    private Path ready() {
        return folder.resolve("ready");
    }
}
