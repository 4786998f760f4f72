package org.byenatos.virtualcore.job;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.upkeep.UpkeepStep;
import org.byenatos.virtualcore.runtime.Modules;

/** Does long work on all that is kept, step by step, and hands on what an import brought for other modules. */
public final class UpkeepRun implements JobWork {

    private final Modules modules;

    /** @param modules what does the work */
    public UpkeepRun(Modules modules) {
        this.modules = modules;
    }

    /** Whether a job is for this to do. */
    public boolean isOurs(Job job) {
        return !job.kind().equals(Job.ENRICHMENT) && modules.dataUpkeep().call(upkeep -> upkeep.isOurs(job));
    }

    @Override
    public void run(String jobId, BooleanSupplier stop) {
        String userId = modules.jobs()
                .call((JobRepository jobs) -> jobs.find(jobId))
                .map(Job::userId)
                .orElse("");
        UpkeepStep step = UpkeepStep.MORE;
        while (step.more() && !stop.getAsBoolean()) {
            step = modules.dataUpkeep().call(upkeep -> upkeep.step(jobId));
            step.documents().forEach((key, document) -> modules.users().call(users -> users.adopt(userId, document)));
        }
        modules.memory().run(memory -> memory.forget(userId, List.of()));
    }
}
