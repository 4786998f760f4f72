package org.byenatos.virtualcore.gateway;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.byenatos.api.app.App;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.error.Violation;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordRules;
import org.byenatos.api.hinata.Rejected;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.virtualcore.job.Precedence;
import org.byenatos.virtualcore.job.ServiceScheduler;
import org.byenatos.virtualcore.runtime.Modules;

/** Takes submissions in: refuses what breaks the rules, stores the rest, and hands the job on. */
final class Submitter {

    private final Modules modules;
    private final ServiceScheduler scheduler;
    private final Precedence precedence;
    private final Consumer<CoreEvent> events;
    private final Clock clock;

    Submitter(
            Modules modules,
            ServiceScheduler scheduler,
            Precedence precedence,
            Consumer<CoreEvent> events,
            Clock clock) {
        this.modules = modules;
        this.scheduler = scheduler;
        this.precedence = precedence;
        this.events = events;
        this.clock = clock;
    }

    SubmitReceipt submit(App app, String userId, Submission submission) {
        String appId = app.appId();
        new Checks()
                .range("/records", submission.candidates().size(), 1, Submission.MAX_RECORDS)
                .done();
        List<HinataRecord> good = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Candidate candidate : submission.candidates()) {
            sort(candidate, good, rejected);
        }
        String jobId = "job-" + UUID.randomUUID();
        SubmitOutcome outcome = precedence.first(() -> store(app, userId, good, jobId));
        int changed = outcome.accepted().size() + outcome.revised().size();
        if (changed > 0) {
            events.accept(new CoreEvent.HinataStored(clock.instant(), userId, appId, changed));
        }
        boolean enriched = changed == 0 || handOn(jobId, submission.waitUntilEnriched());
        return new SubmitReceipt(
                jobId,
                outcome.accepted().size(),
                outcome.unchanged().size(),
                outcome.revised().size(),
                rejected,
                enriched);
    }

    /** Stores what the app's quota of the day holds; what was there already takes nothing off it. */
    private SubmitOutcome store(App app, String userId, List<HinataRecord> good, String jobId) {
        long bytes = good.stream().mapToLong(RecordSize::of).sum();
        AppScheduler.Allowance drawn =
                modules.appScheduler().call(scheduler -> scheduler.draw(app, good.size(), bytes));
        boolean stored = false;
        try {
            SubmitOutcome outcome = modules.storage().call(storage -> storage.submit(userId, app.appId(), good, jobId));
            Set<String> unchanged = Set.copyOf(outcome.unchanged());
            long left = good.stream()
                    .filter(record -> unchanged.contains(record.id()))
                    .mapToLong(RecordSize::of)
                    .sum();
            drawn.giveBack(unchanged.size(), left);
            stored = true;
            return outcome;
        } finally {
            if (!stored) {
                drawn.giveBack(good.size(), bytes);
            }
        }
    }

    private boolean handOn(String jobId, boolean wait) {
        if (wait) {
            return precedence.awaiting(() -> scheduler.runAndWait(jobId));
        }
        scheduler.run(jobId);
        return false;
    }

    private static void sort(Candidate candidate, List<HinataRecord> good, List<Rejected> rejected) {
        HinataRecord record = candidate.record();
        List<Violation> wrong = record == null ? candidate.violations() : RecordRules.check(record);
        if (record != null && wrong.isEmpty()) {
            good.add(record);
        } else {
            rejected.add(new Rejected(candidate.index(), candidate.id(), wrong));
        }
    }
}
