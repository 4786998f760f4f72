package org.byenatos.datafilesystem.store;

import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.job.Job;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.Records;
import org.byenatos.datafilesystem.TestStores;

/**
 * A process that opens a store, checks that it holds what all commands did that were ever done in it (and the one that
 * was cut off wholly or not at all), says so, and goes on with the next commands until it is killed. The number of a
 * command tells what it is.
 */
final class StoreWriter {
    private static final String USER = "owner";
    private static final int IDS = 60;
    private static final int MOST_RECORDS = 20;

    private final Store store;
    private final Journal journal;
    private final NaiveStorage model = new NaiveStorage(USER);

    private StoreWriter(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Arguments: the folder of the store, the journal. */
    public static void main(String[] arguments) throws IOException {
        JceVault vault = JceVault.withKey(new byte[32]);
        try (Store store = TestStores.openOrMake(Path.of(arguments[0]), vault, Duration.ofSeconds(10));
                Journal journal = new Journal(Path.of(arguments[1]))) {
            StoreWriter writer = new StoreWriter(store, journal);
            writer.check();
            System.out.println("holds " + journal.done());
            writer.goOn();
        }
    }

    private void check() throws IOException {
        for (long number = 1; number <= journal.done(); number++) {
            applyToModel(number);
        }
        if (!agree() && journal.begun() == journal.done() + 1) {
            applyToModel(journal.begun());
            journal.done(journal.begun());
        }
        if (!agree()) {
            throw new AssertionError("after " + journal.done() + " commands: " + brief(listed()) + ", and not "
                    + brief(model.list(EVERYTHING, RecordFilter.NONE)) + "; jobs " + unfinished() + ", and not "
                    + model.unfinished());
        }
    }

    private void goOn() throws IOException {
        while (true) {
            long number = journal.done() + 1;
            journal.begun(number);
            applyToStore(number);
            applyToModel(number);
            journal.done(number);
        }
    }

    private boolean agree() {
        return brief(listed()).equals(brief(model.list(EVERYTHING, RecordFilter.NONE)))
                && unfinished().equals(model.unfinished())
                && model.refs().limit(3).allMatch(this::sameRevisions);
    }

    private boolean sameRevisions(RecordRef ref) {
        return store.hinata().revisions(USER, ref, EVERYTHING).stream()
                .map(StoredRecord::record)
                .toList()
                .equals(model.revisions(ref));
    }

    private List<StoredRecord> listed() {
        return store.hinata()
                .list(USER, EVERYTHING, RecordFilter.NONE, new PageRequest(1000, null))
                .items();
    }

    private List<String> unfinished() {
        return store.jobs().unfinished().stream().map(Job::id).toList();
    }

    private static List<String> brief(List<StoredRecord> records) {
        return records.stream()
                .map(stored -> stored.ref() + " r" + stored.revision() + " "
                        + stored.record().note() + (stored.enrichment() == null ? "" : " enriched"))
                .sorted()
                .toList();
    }

    private void applyToStore(long number) {
        SplittableRandom random = new SplittableRandom(number);
        switch (random.nextInt(5)) {
            case 0 -> store.hinata().delete(USER, ref(random));
            case 1, 2 -> store.hinata().submit(USER, "app", records(random, number), "j" + number);
            default -> enrichStored();
        }
    }

    private void applyToModel(long number) {
        SplittableRandom random = new SplittableRandom(number);
        switch (random.nextInt(5)) {
            case 0 -> model.delete(ref(random));
            case 1, 2 -> model.submit("app", records(random, number), "j" + number);
            default ->
                model.unfinished().stream().findFirst().ifPresent(job -> model.pending(job, MOST_RECORDS)
                        .forEach(ref ->
                                model.enrich(job, ref, model.revisions(ref).size() + 1, enrichment())));
        }
    }

    private void enrichStored() {
        unfinished().stream().findFirst().ifPresent(job -> {
            List<RecordEnrichment> made = new ArrayList<>();
            for (StoredRecord record : store.hinata().pending(job, 0, MOST_RECORDS)) {
                made.add(new RecordEnrichment(record.ref(), record.revision(), enrichment()));
            }
            store.hinata().enrich(job, USER, made);
        });
    }

    private static Enrichment enrichment() {
        return Records.enrichment("m");
    }

    private static List<HinataRecord> records(SplittableRandom random, long number) {
        List<HinataRecord> records = new ArrayList<>();
        for (int i = random.nextInt(MOST_RECORDS); i >= 0; i--) {
            records.add(record("r" + random.nextInt(IDS), "note " + number));
        }
        return records;
    }

    private static RecordRef ref(SplittableRandom random) {
        return new RecordRef("app", "r" + random.nextInt(IDS));
    }
}
