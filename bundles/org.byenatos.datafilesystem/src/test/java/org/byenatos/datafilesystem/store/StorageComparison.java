package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.job.Job;
import org.byenatos.api.upkeep.ArchivePage;
import org.byenatos.datafilesystem.Records;
import org.byenatos.datafilesystem.store.Command.Bin;
import org.byenatos.datafilesystem.store.Command.Delete;
import org.byenatos.datafilesystem.store.Command.Enrich;
import org.byenatos.datafilesystem.store.Command.ListAll;
import org.byenatos.datafilesystem.store.Command.Restart;
import org.byenatos.datafilesystem.store.Command.Submit;
import org.byenatos.datafilesystem.store.Command.Unbin;

/** Does the same to a storage and to its model, and compares what they say. */
final class StorageComparison implements AutoCloseable {
    private final Supplier<Store> opener;
    private Store store;
    private String user = "";
    private NaiveStorage model = new NaiveStorage(user);

    StorageComparison(Supplier<Store> opener) {
        this.opener = opener;
        this.store = opener.get();
    }

    /** Runs commands for a new user. */
    void run(List<Command> commands) {
        user = UUID.randomUUID().toString();
        model = new NaiveStorage(user);
        for (Command command : commands) {
            run(command);
        }
        run(new ListAll(EVERYTHING, RecordFilter.NONE, 3));
        checkChanges();
        checkRevisions();
        checkJobs();
        checkBin();
        checkExport();
    }

    private void checkBin() {
        assertThat(store.bin()
                        .list(user, EVERYTHING, new PageRequest(100, null))
                        .items())
                .extracting(StoredRecord::ref)
                .isEqualTo(model.binned());
    }

    /** What is exported and imported again is the same, and says the same. */
    private void checkExport() {
        List<String> lines = export(user);
        String other = UUID.randomUUID().toString();
        UserImport target = store.importing(other);
        target.add(List.of("{\"type\":\"header\",\"version\":1}"));
        target.add(lines);
        target.add(lines);
        assertThat(export(other)).isEqualTo(lines);
        assertThat(storage().count(other)).isEqualTo(storage().count(user));
    }

    private List<String> export(String whose) {
        List<String> lines = new ArrayList<>();
        String cursor = null;
        do {
            ArchivePage page = store.export(whose, cursor);
            page.lines().forEach(line -> lines.add(line.text()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return lines.subList(1, lines.size());
    }

    private void run(Command command) {
        if (command instanceof Submit submit) {
            String job = UUID.randomUUID().toString();
            assertThat(storage().submit(user, submit.appId(), submit.records(), job))
                    .isEqualTo(model.submit(submit.appId(), submit.records(), job));
        } else if (command instanceof Delete delete) {
            RecordRef ref = new RecordRef(delete.appId(), delete.id());
            boolean gone = storage().delete(user, ref) || store.bin().delete(user, ref);
            assertThat(gone).isEqualTo(model.delete(ref));
        } else if (command instanceof Bin bin) {
            RecordRef ref = new RecordRef(bin.appId(), bin.id());
            assertThat(store.bin().put(user, ref)).isEqualTo(model.bin(ref));
        } else if (command instanceof Unbin unbin) {
            String job = UUID.randomUUID().toString();
            RecordRef ref = new RecordRef(unbin.appId(), unbin.id());
            assertThat(store.bin().restore(user, ref, job).isPresent()).isEqualTo(model.unbin(ref, job));
        } else if (command instanceof Enrich enrich) {
            enrich(enrich);
        } else if (command instanceof ListAll list) {
            List<StoredRecord> wanted = facts(model.list(list.visibility(), list.filter()));
            List<StoredRecord> found = facts(pages(list));
            assertThat(found)
                    .as(() -> list + " gives " + brief(found) + " and not " + brief(wanted))
                    .isEqualTo(wanted);
        } else if (command instanceof Restart) {
            store.close();
            store = opener.get();
        }
    }

    private void enrich(Enrich command) {
        Optional<String> job = model.unfinished().stream().findFirst();
        if (job.isEmpty()) {
            return;
        }
        List<StoredRecord> pending = storage().pending(job.get(), 0, command.limit());
        assertThat(pending).extracting(StoredRecord::ref).isEqualTo(model.pending(job.get(), command.limit()));
        List<RecordEnrichment> made = new ArrayList<>();
        for (StoredRecord record : pending) {
            int revision = command.outdated() ? record.revision() - 1 : record.revision();
            made.add(new RecordEnrichment(record.ref(), revision, Records.enrichment("m")));
            model.enrich(job.get(), record.ref(), revision, Records.enrichment("m"));
        }
        storage().enrich(job.get(), user, made);
    }

    private List<StoredRecord> pages(ListAll list) {
        List<StoredRecord> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<StoredRecord> page =
                    storage().list(user, list.visibility(), list.filter(), new PageRequest(list.pageSize(), cursor));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(list.pageSize());
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all;
    }

    private void checkChanges() {
        List<Change> changes = storage().changesAfter(user, 0, 1000);
        assertThat(changes).extracting(Change::ref).isEqualTo(model.changes());
        assertThat(changes).extracting(Change::seq).isSorted().doesNotHaveDuplicates();
        assertThat(storage().lastSeq(user))
                .isEqualTo(
                        changes.isEmpty() ? 0 : changes.get(changes.size() - 1).seq());
        assertThat(storage().count(user))
                .isEqualTo(model.list(EVERYTHING, RecordFilter.NONE).size());
        for (Change change : changes) {
            assertThat(storage().find(user, change.ref(), EVERYTHING).map(record -> record.with(null)))
                    .isEqualTo(Optional.ofNullable(change.record()));
        }
    }

    private void checkRevisions() {
        model.refs().forEach(ref -> assertThat(storage().revisions(user, ref, EVERYTHING))
                .extracting(StoredRecord::record)
                .isEqualTo(model.revisions(ref)));
    }

    private void checkJobs() {
        assertThat(store.jobs().unfinished())
                .filteredOn(job -> job.userId().equals(user))
                .extracting(Job::id)
                .isEqualTo(model.unfinished());
        assertThat(store.jobs().unfinished())
                .filteredOn(job -> job.userId().equals(user))
                .allSatisfy(job -> assertThat(job.done()).isEqualTo(model.done(job.id())));
    }

    /** What both know: positions and times of storing are the storage's own. */
    private static List<StoredRecord> facts(List<StoredRecord> records) {
        return records.stream()
                .map(stored -> new StoredRecord(
                        stored.userId(),
                        stored.appId(),
                        stored.record(),
                        stored.revision(),
                        0,
                        Records.START,
                        stored.enrichment()))
                .toList();
    }

    private static String brief(List<StoredRecord> records) {
        return records.stream()
                .map(stored -> stored.appId() + "/" + (int) stored.record().id().charAt(0) + " r" + stored.revision()
                        + " at " + stored.record().timestamp())
                .toList()
                .toString();
    }

    private HinataStorage storage() {
        return store.hinata();
    }

    @Override
    public void close() {
        store.close();
    }
}
