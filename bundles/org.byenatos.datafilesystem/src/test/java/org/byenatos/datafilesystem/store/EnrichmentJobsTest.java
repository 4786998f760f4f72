package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.enrichment;
import static org.byenatos.datafilesystem.Records.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.job.Job;
import org.byenatos.api.job.JobState;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentJobsTest {
    private final JceVault vault = new JceVault();

    @TempDir
    private Path folder;

    private Store store;
    private HinataStorage storage;

    @BeforeEach
    void open() {
        store = TestStores.open(folder, vault);
        storage = store.hinata();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aJobGoesOnAfterARestart() {
        submit("j1", record("r1", "1"), record("r2", "2"), record("r3", "3"));
        submit("j2", record("r4", "4"));
        assertThat(job("j1").state()).isEqualTo(JobState.QUEUED);
        enrich("j1", "r1", 1);

        close();
        open();

        assertThat(store.jobs().unfinished()).extracting(Job::id).containsExactly("j1", "j2");
        assertThat(job("j1").state()).isEqualTo(JobState.RUNNING);
        assertThat(job("j1").done()).isEqualTo(1);
        assertThat(ids(storage.pending("j1", 0, 10))).containsExactly("r2", "r3");
        enrich("j1", "r3", 1);
        enrich("j1", "r2", 1);
        assertThat(job("j1").state()).isEqualTo(JobState.DONE);
        assertThat(job("j1").finishedAt()).isNotNull();
        assertThat(storage.pending("j1", 0, 10)).isEmpty();
        assertThat(store.jobs().unfinished()).extracting(Job::id).containsExactly("j2");
    }

    @Test
    void largeRecordsComeFewAtATime() {
        String note = "n".repeat(8_000);
        submit(
                "j1",
                IntStream.range(0, 200)
                        .mapToObj(number -> record("r" + number, note))
                        .toArray(HinataRecord[]::new));
        List<String> done = new ArrayList<>();

        for (List<String> next = next(); !next.isEmpty(); next = next()) {
            assertThat(next).hasSizeLessThanOrEqualTo(64);
            next.forEach(id -> enrich("j1", id, 1));
            done.addAll(next);
        }

        assertThat(done).hasSize(200).doesNotHaveDuplicates();
        assertThat(job("j1").state()).isEqualTo(JobState.DONE);
    }

    private List<String> next() {
        return ids(storage.pending("j1", 0, 200));
    }

    @Test
    void ofSeveralRecordsTheFirstAreTheNext() {
        submit("j1", record("r1", "1"), record("r2", "2"), record("r3", "3"));

        assertThat(ids(storage.pending("j1", 0, 2))).containsExactly("r1", "r2");
        enrich("j1", "r2", 1);
        assertThat(ids(storage.pending("j1", 0, 2))).containsExactly("r1", "r3");
        enrich("j1", "r1", 1);
        assertThat(ids(storage.pending("j1", 0, 2))).containsExactly("r3");
    }

    @Test
    void whatWasTakenAlreadyCanBePassedOver() {
        submit("j1", record("r1", "1"), record("r2", "2"), record("r3", "3"));
        StoredRecord taken = storage.pending("j1", 0, 1).get(0);

        assertThat(ids(storage.pending("j1", taken.seq(), 10))).containsExactly("r2", "r3");
        enrich("j1", "r1", 1);
        enrich("j1", "r2", 1);
        assertThat(ids(storage.pending("j1", taken.seq(), 10))).containsExactly("r3");
    }

    @Test
    void aJobWithNothingNewIsDoneAtOnce() {
        submit("j1", record("r1", "1"));
        submit("j2", record("r1", "1"));

        assertThat(job("j2").state()).isEqualTo(JobState.DONE);
        assertThat(job("j2").total()).isZero();
        assertThat(storage.pending("j2", 0, 10)).isEmpty();
    }

    @Test
    void anEnrichmentOfAnOlderRevisionIsDroppedAndCountsAsDone() {
        submit("j1", record("r1", "first"));
        StoredRecord taken = storage.pending("j1", 0, 1).get(0);
        submit("j2", record("r1", "second"));

        enrich("j1", "r1", taken.revision());

        assertThat(find("r1").enrichment()).isNull();
        assertThat(job("j1").state()).isEqualTo(JobState.DONE);
        assertThat(job("j1").done()).isEqualTo(1);
        assertThat(job("j2").done()).isZero();
        assertThat(ids(storage.pending("j2", 0, 1))).containsExactly("r1");
    }

    @Test
    void anEnrichmentOfARecordThatCameBackIsDropped() {
        submit("j1", record("r1", "first"));
        storage.delete("owner", new RecordRef("app", "r1"));
        assertThat(job("j1").state()).isEqualTo(JobState.DONE);
        submit("j2", record("r1", "another"));

        enrich("j1", "r1", 1);

        assertThat(find("r1").enrichment()).isNull();
        assertThat(job("j2").done()).isZero();
    }

    @Test
    void theSameEnrichmentTwiceCountsOnce() {
        submit("j1", record("r1", "1"), record("r2", "2"));

        enrich("j1", "r1", 1);
        enrich("j1", "r1", 1);

        assertThat(job("j1").done()).isEqualTo(1);
    }

    @Test
    void aFailedJobStaysFailed() {
        submit("j1", record("r1", "1"));
        store.jobs().fail("j1", "no model");
        store.jobs().fail("j1", "again");

        enrich("j1", "r1", 1);

        assertThat(job("j1").state()).isEqualTo(JobState.FAILED);
        assertThat(job("j1").error()).isEqualTo("no model");
        assertThat(job("j1").done()).isZero();
        assertThat(storage.pending("j1", 0, 1)).isEmpty();
        assertThat(find("r1").enrichment()).isNull();
        assertThat(store.jobs().unfinished()).isEmpty();
    }

    @Test
    void endedJobsAreForgottenAndOthersNot() {
        submit("j1", record("r1", "1"));
        submit("j2", record("r1", "1"));

        assertThat(store.jobs().forgetEndedBefore(Instant.EPOCH)).isZero();
        assertThat(store.jobs().forgetEndedBefore(Instant.now().plusSeconds(60)))
                .isEqualTo(1);
        assertThat(store.jobs().find("j2")).isEmpty();
        assertThat(store.jobs().find("j1")).isPresent();
    }

    @Test
    void aStrangersJobIsNotThere() {
        submit("j1", record("r1", "1"));
        storage.submit("guest", "app", List.of(record("r1", "1")), "j2");

        assertThatThrownBy(() -> storage.enrich("j2", "owner", List.of())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> storage.pending("none", 0, 1)).isInstanceOf(NotFoundException.class);
    }

    private void submit(String jobId, HinataRecord... records) {
        storage.submit("owner", "app", List.of(records), jobId);
    }

    private void enrich(String jobId, String id, int revision) {
        RecordEnrichment made = new RecordEnrichment(new RecordRef("app", id), revision, enrichment("m"));
        storage.enrich(jobId, "owner", List.of(made));
    }

    private Job job(String id) {
        return store.jobs().find(id).orElseThrow();
    }

    private StoredRecord find(String id) {
        return storage.find("owner", new RecordRef("app", id), EVERYTHING).orElseThrow();
    }

    private static List<String> ids(List<StoredRecord> records) {
        return records.stream().map(stored -> stored.record().id()).toList();
    }
}
