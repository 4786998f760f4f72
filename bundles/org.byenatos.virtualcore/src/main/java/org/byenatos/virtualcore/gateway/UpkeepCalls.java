package org.byenatos.virtualcore.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.byenatos.api.Credential;
import org.byenatos.api.Upkeep;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.job.Job;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.api.upkeep.Erasure;
import org.byenatos.api.upkeep.UpkeepTask;
import org.byenatos.virtualcore.job.ServiceScheduler;
import org.byenatos.virtualcore.runtime.Modules;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Care of what is kept, behind the door. */
@Component(service = Upkeep.class)
public final class UpkeepCalls implements Upkeep {

    private final ApiGateway gateway;
    private final Modules modules;
    private final ServiceScheduler scheduler;
    private final Eraser eraser;

    /** @param kernel what the calls are wired to */
    @Activate
    public UpkeepCalls(@Reference Kernel kernel) {
        this.gateway = kernel.gateway();
        this.modules = kernel.modules();
        this.scheduler = kernel.upkeep();
        this.eraser = new Eraser(modules, kernel.events(), kernel.clock());
    }

    /** Leaves a line for the beginning; the parts after it carry on. */
    @Override
    public ArchivePage exportUser(Credential credential, String userId, @Nullable String cursor) {
        ApiGateway.Call<Object, ArchivePage> read = (caller, line) -> {
            line.onUser(userId);
            mustExist(userId);
            ArchivePage page = modules.archive().call(archive -> archive.export(userId, cursor));
            line.count(page.lines().size());
            return page;
        };
        return cursor == null
                ? gateway.enter(
                        credential, "user_export", caller -> Requirements.ownerOrUser(caller, userId), read::run)
                : gateway.carryOn(
                        credential, "user_export", caller -> Requirements.ownerOrUser(caller, userId), read::run);
    }

    @Override
    public Job importUser(Credential credential, String userId, InputStream lines) throws IOException {
        try {
            return gateway.enter(
                    credential, "user_import", caller -> Requirements.ownerOrUser(caller, userId), (caller, line) -> {
                        line.onUser(userId);
                        mustExist(userId);
                        Job job = modules.archive().call(archive -> receive(archive, userId, lines));
                        scheduler.run(job.id());
                        return job;
                    });
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
    }

    private static Job receive(org.byenatos.api.upkeep.UserArchive archive, String userId, InputStream lines) {
        try {
            return archive.receive(userId, lines);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Override
    public Erasure eraseUser(Credential credential, String userId) {
        return gateway.enter(
                credential, "user_erase", caller -> Requirements.ownerOrUser(caller, userId), (caller, line) -> {
                    line.onUser(userId);
                    Erasure erasure = eraser.erase(userId);
                    line.count((int) Math.min(
                            Integer.MAX_VALUE,
                            erasure.counts().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()));
                    return erasure;
                });
    }

    @Override
    public Job begin(Credential credential, UpkeepTask task) {
        return gateway.enter(credential, task.kind(), Requirements::owner, (caller, line) -> {
            Job job = modules.dataUpkeep().call(upkeep -> upkeep.begin(task));
            scheduler.run(job.id());
            return job;
        });
    }

    private void mustExist(String userId) {
        if (modules.users().call(users -> users.find(userId)).isEmpty()) {
            throw new NotFoundException("There is no user " + userId + ".");
        }
    }
}
