package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.enrichment;
import static org.byenatos.datafilesystem.Records.record;
import static org.byenatos.datafilesystem.Records.with;

import java.nio.file.Path;
import java.util.List;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.job.JobState;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.Records;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordBinTest {

    private static final RecordRef R1 = new RecordRef("app", "r1");

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = TestStores.open(folder, new JceVault());
        submit("j1", record("r1", "first"));
        submit("j2", record("r1", "second"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsInTheBinNothingElseSees() {
        assertThat(store.bin().put("owner", R1)).isTrue();
        assertThat(store.bin().put("owner", R1)).isFalse();

        assertThat(store.hinata().find("owner", R1, EVERYTHING)).isEmpty();
        assertThat(store.hinata().revisions("owner", R1, EVERYTHING)).isEmpty();
        assertThat(store.hinata()
                        .list("owner", EVERYTHING, RecordFilter.NONE, new PageRequest(10, null))
                        .items())
                .isEmpty();
        assertThat(store.hinata().count("owner")).isZero();
        assertThat(store.hinata().changesAfter("owner", 0, 10))
                .extracting(Change::record)
                .containsOnlyNulls();
        assertThat(store.jobs().find("j2").orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(binned(EVERYTHING, 10).items())
                .extracting(stored -> stored.record().note())
                .containsExactly("second");
    }

    @Test
    void aRestoredRecordIsAsItWas() {
        store.hinata().enrich("j2", "owner", List.of(new RecordEnrichment(R1, 2, Records.enrichment("m"))));
        store.bin().put("owner", R1);

        StoredRecord restored = store.bin().restore("owner", R1, "j3").orElseThrow();

        assertThat(restored.record().note()).isEqualTo("second");
        assertThat(restored.revision()).isEqualTo(2);
        assertThat(restored.enrichment()).isEqualTo(enrichment("m"));
        assertThat(store.hinata().revisions("owner", R1, EVERYTHING)).hasSize(1);
        assertThat(store.hinata().count("owner")).isEqualTo(1);
        assertThat(store.jobs().find("j3").orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(store.bin().restore("owner", R1, "j4")).isEmpty();
        assertThat(store.hinata().changesAfter("owner", 0, 10)).hasSize(1);
    }

    @Test
    void aRestoredRecordWithoutEnrichmentWaitsForOne() {
        store.bin().put("owner", R1);
        store.bin().restore("owner", R1, "j3");

        assertThat(store.hinata().pending("j3", 0, 10)).hasSize(1);
        store.hinata().enrich("j3", "owner", List.of(new RecordEnrichment(R1, 2, enrichment("m"))));
        assertThat(store.jobs().find("j3").orElseThrow().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void aSubmissionTakesUpWhatIsInTheBin() {
        store.bin().put("owner", R1);

        SubmitOutcome outcome = submit("j3", record("r1", "third"));

        assertThat(outcome.revised()).containsExactly("r1");
        assertThat(store.hinata().revisions("owner", R1, EVERYTHING))
                .extracting(stored -> stored.record().note())
                .containsExactly("second", "first");
        assertThat(store.hinata().count("owner")).isEqualTo(1);
        assertThat(store.hinata().pending("j3", 0, 10)).hasSize(1);
        assertThat(binned(EVERYTHING, 10).items()).isEmpty();
    }

    @Test
    void deletedFromTheBinItIsGoneForGood() {
        store.bin().put("owner", R1);
        assertThat(store.bin().delete("owner", R1)).isTrue();
        assertThat(store.bin().delete("owner", R1)).isFalse();
        assertThat(store.bin().restore("owner", R1, "j3")).isEmpty();
        assertThat(submit("j4", record("r1", "anew")).accepted()).containsExactly("r1");
        assertThat(store.hinata().revisions("owner", R1, EVERYTHING)).isEmpty();
    }

    @Test
    void theListHidesWhatMayNotBeSeenAndGoesOnFromItsCursor() {
        for (int i = 0; i < 7; i++) {
            Access access = i % 2 == 0 ? Access.SHARED : Access.PRIVATE;
            submit("k" + i, with(record("n" + i, "note " + i), access, Records.START));
            store.bin().put("owner", new RecordRef("app", "n" + i));
        }
        Visibility other = new Visibility("other", true, true, false);
        Page<StoredRecord> first = binned(other, 3);
        Page<StoredRecord> second = store.bin().list("owner", other, new PageRequest(3, first.nextCursor()));

        assertThat(first.items()).extracting(stored -> stored.record().id()).containsExactly("n6", "n4", "n2");
        assertThat(second.items()).extracting(stored -> stored.record().id()).containsExactly("n0");
        assertThat(second.nextCursor()).isNull();
    }

    private Page<StoredRecord> binned(Visibility visibility, int limit) {
        return store.bin().list("owner", visibility, new PageRequest(limit, null));
    }

    private SubmitOutcome submit(String jobId, HinataRecord record) {
        return store.hinata().submit("owner", "app", List.of(record), jobId);
    }
}
