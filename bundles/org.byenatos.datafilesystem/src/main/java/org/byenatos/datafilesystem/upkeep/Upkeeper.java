package org.byenatos.datafilesystem.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.byenatos.api.app.User;
import org.byenatos.api.error.ByenatosException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.UnavailableException;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.DataUpkeep;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.api.upkeep.UpkeepStep;
import org.byenatos.api.upkeep.UpkeepTask;
import org.byenatos.api.upkeep.UserArchive;
import org.byenatos.datafilesystem.store.Store;
import org.byenatos.datafilesystem.store.UpkeepJobs;
import org.jspecify.annotations.Nullable;

/** Does the long work on an open store. Thread-safe; one step at a time. */
public final class Upkeeper implements DataUpkeep, UserArchive {

    private static final System.Logger LOG = System.getLogger(Upkeeper.class.getName());
    private static final String IMPORT = "import";
    private static final Set<String> KINDS = Set.of(IMPORT, "backup", "restore", "compact", "verify");

    private final Store store;
    private final UpkeepJobs jobs;
    private final JobRepository repository;
    private final Derived derived;
    private final Restore restore;
    private final BackupFile format;
    private final Path data;
    private final Path database;
    private final Spool spool;
    private final Map<String, Work> works = new HashMap<>();

    /**
     * @param store the open store
     * @param derived what is derived from it
     * @param restore puts a backup in its place
     * @param vault this home's keys
     * @param data the folder of all data
     * @param database the folder of the database in it
     */
    public Upkeeper(Store store, Derived derived, Restore restore, KeyVault vault, Path data, Path database) {
        this.store = store;
        this.jobs = store.upkeepJobs();
        this.repository = store.jobs();
        this.derived = derived;
        this.restore = restore;
        this.format = new BackupFile(vault::databaseKey);
        this.data = data;
        this.database = database;
        this.spool = new Spool(data.resolve("spool"));
    }

    @Override
    public Job begin(UpkeepTask task) {
        String argument = "";
        if (task instanceof UpkeepTask.Backup backup) {
            argument = absent(backup.file());
        } else if (task instanceof UpkeepTask.Restore asked) {
            argument = there(asked.file());
        }
        return jobs.open(UpkeepJobs.newId(), task.kind(), User.OWNER, argument);
    }

    private static String absent(String file) {
        Path path = Path.of(file);
        Path folder = path.getParent();
        if (!path.isAbsolute() || folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException("/file", "must be an absolute path in a folder that is there");
        }
        if (Files.exists(path)) {
            throw new InvalidInputException("/file", "is there already; choose another name");
        }
        return path.normalize().toString();
    }

    private static String there(String file) {
        Path path = Path.of(file);
        if (!path.isAbsolute() || !Files.isRegularFile(path)) {
            throw new InvalidInputException("/file", "must be the absolute path of a backup");
        }
        return path.normalize().toString();
    }

    @Override
    public boolean isOurs(Job job) {
        return KINDS.contains(job.kind());
    }

    @Override
    public synchronized UpkeepStep step(String jobId) {
        Job job = jobs.find(jobId);
        if (job.ended()) {
            return UpkeepStep.END;
        }
        try {
            Work work = works.get(jobId);
            if (work == null) {
                work = work(job);
                works.put(jobId, work);
            }
            return step(jobId, work);
        } catch (UnavailableException later) {
            throw later;
        } catch (IOException | ByenatosException failed) {
            fail(jobId, failed);
            return UpkeepStep.END;
        }
    }

    private UpkeepStep step(String jobId, Work work) throws IOException {
        boolean more = work.step();
        jobs.progress(jobId, work.done(), work.total());
        if (!more) {
            jobs.end(jobId, work.result());
            leave(jobId);
        }
        return new UpkeepStep(more, work.documents());
    }

    private void fail(String jobId, Exception failed) {
        LOG.log(System.Logger.Level.WARNING, "Job {0} failed: {1}", jobId, failed.getMessage());
        repository.fail(jobId, String.valueOf(failed.getMessage()));
        leave(jobId);
    }

    private void leave(String jobId) {
        Work work = works.remove(jobId);
        try {
            if (work != null) {
                work.close();
            }
            spool.delete(jobId);
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "Job {0} left files behind: {1}", jobId, left.getMessage());
        }
    }

    private Work work(Job job) throws IOException {
        return switch (job.kind()) {
            case IMPORT ->
                new ImportWork(spool.open(job.id(), store.cipher(job.userId())), store.importing(job.userId()));
            case "backup" ->
                new BackupWork(
                        store.database().engine(),
                        format,
                        data.resolve("backup.scratch"),
                        Path.of(jobs.argument(job.id())));
            case "restore" -> new RestoreWork(restore, Path.of(jobs.argument(job.id())));
            case "compact" -> new CompactWork(store.database(), database);
            case "verify" -> new VerifyWork(store.examination(), derived);
            default -> throw new IllegalArgumentException("no work of ours");
        };
    }

    @Override
    public ArchivePage export(String userId, @Nullable String cursor) {
        return store.export(userId, cursor);
    }

    @Override
    public Job receive(String userId, InputStream lines) throws IOException {
        String jobId = UpkeepJobs.newId();
        spool.keep(jobId, store.cipher(userId), lines);
        return jobs.open(jobId, IMPORT, userId, "");
    }

    @Override
    public Erasure erase(String userId) {
        Erasure erasure = store.erase(userId);
        derived.rebuild(userId);
        return erasure;
    }

    @Override
    public void admit(String userId) {
        store.admit(userId);
    }
}
