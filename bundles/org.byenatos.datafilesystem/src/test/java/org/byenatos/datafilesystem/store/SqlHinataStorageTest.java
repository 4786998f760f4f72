package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.hinata.Visibility.EVERYTHING;
import static org.byenatos.datafilesystem.Records.enrichment;
import static org.byenatos.datafilesystem.Records.record;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Change;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitOutcome;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.datafilesystem.JceVault;
import org.byenatos.datafilesystem.Records;
import org.byenatos.datafilesystem.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlHinataStorageTest {
    private static final String USER = "owner";

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
    void whatWasSubmittedIsThereAfterARestart() {
        HinataRecord record = record("r1", "a note");
        submit("app", record);
        StoredRecord before = find("app", "r1");

        close();
        open();

        assertThat(find("app", "r1")).isEqualTo(before);
        assertThat(before.record()).isEqualTo(record);
        assertThat(before.revision()).isEqualTo(1);
        assertThat(before.enrichment()).isNull();
    }

    @Test
    void theSameContentIsUnchangedAndOtherContentARevision() {
        submit("app", record("r1", "first"));
        long seq = storage.lastSeq(USER);

        assertThat(submit("app", record("r1", "first")).unchanged()).containsExactly("r1");
        assertThat(storage.lastSeq(USER)).isEqualTo(seq);
        assertThat(submit("app", record("r1", "second")).revised()).containsExactly("r1");

        assertThat(find("app", "r1").record().note()).isEqualTo("second");
        assertThat(find("app", "r1").revision()).isEqualTo(2);
        assertThat(find("app", "r1").seq()).isGreaterThan(seq).isEqualTo(storage.lastSeq(USER));
        assertThat(storage.revisions(USER, new RecordRef("app", "r1"), EVERYTHING))
                .singleElement()
                .satisfies(old -> assertThat(old.record().note()).isEqualTo("first"))
                .satisfies(old -> assertThat(old.revision()).isEqualTo(1))
                .satisfies(old -> assertThat(old.seq()).isEqualTo(seq));
        assertThat(storage.count(USER)).isEqualTo(1);
    }

    @Test
    void ofOneIdTwiceInABatchTheLastCounts() {
        SubmitOutcome outcome = submit("app", record("r1", "first"), record("r2", "other"), record("r1", "last"));

        assertThat(outcome.accepted()).containsExactlyInAnyOrder("r1", "r2");
        assertThat(find("app", "r1").record().note()).isEqualTo("last");
        assertThat(find("app", "r1").revision()).isEqualTo(1);
    }

    @Test
    void appsAndUsersHaveTheirOwnIds() {
        submit("app", record("r1", "mine"));
        submit("other", record("r1", "theirs"));
        storage.submit("guest", "app", List.of(record("r1", "a guest's")), "guest-job");

        assertThat(storage.find(USER, "r1", new Visibility("other", true, true, false)))
                .extracting(StoredRecord::appId)
                .containsExactly("other", "app");
        assertThat(storage.count(USER)).isEqualTo(2);
        assertThat(storage.find("guest", "r1", EVERYTHING))
                .singleElement()
                .satisfies(found -> assertThat(found.record().note()).isEqualTo("a guest's"));
    }

    @Test
    void aDeletedRecordLeavesATombstoneAndMayComeBack() {
        submit("app", record("r1", "first"));
        submit("app", record("r1", "second"));
        RecordRef ref = new RecordRef("app", "r1");

        assertThat(storage.delete(USER, ref)).isTrue();
        assertThat(storage.delete(USER, ref)).isFalse();
        assertThat(storage.find(USER, ref, EVERYTHING)).isEmpty();
        assertThat(storage.revisions(USER, ref, EVERYTHING)).isEmpty();
        assertThat(storage.count(USER)).isZero();
        assertThat(storage.changesAfter(USER, 0, 10)).containsExactly(new Change(storage.lastSeq(USER), ref, null));

        assertThat(submit("app", record("r1", "second")).accepted()).containsExactly("r1");
        assertThat(find("app", "r1").revision()).isEqualTo(1);
        assertThat(storage.changesAfter(USER, 0, 10))
                .containsExactly(new Change(storage.lastSeq(USER), ref, find("app", "r1")));
    }

    @Test
    void theRecordsOfAnAppGoInParts() {
        submit("app", record("r1", "1"), record("r2", "2"), record("r3", "3"));
        submit("other", record("r1", "stays"));

        assertThat(storage.deleteAll(USER, "app", 2)).hasSize(2);
        assertThat(storage.count(USER)).isEqualTo(2);
        assertThat(storage.deleteAll(USER, "app", 2)).hasSize(1);
        assertThat(storage.deleteAll(USER, "app", 2)).isEmpty();
        assertThat(storage.deleteAll("nobody", "app", 2)).isEmpty();

        assertThat(storage.find(USER, "r1", EVERYTHING))
                .extracting(StoredRecord::appId)
                .containsExactly("other");
        assertThat(storage.count(USER)).isOne();
        assertThat(storage.changesAfter(USER, 0, 10)).hasSize(4);
        assertThat(submit("app", record("r1", "1")).accepted()).containsExactly("r1");
    }

    @Test
    void changesComeInOrderAndInParts() {
        submit("app", record("r1", "1"), record("r2", "2"), record("r3", "3"));
        storage.delete(USER, new RecordRef("app", "r2"));
        submit("app", record("r1", "again"));

        List<Change> all = storage.changesAfter(USER, 0, 10);
        assertThat(all).extracting(change -> change.ref().id()).containsExactly("r3", "r2", "r1");
        assertThat(all).extracting(Change::seq).isSorted();
        assertThat(storage.changesAfter(USER, all.get(0).seq(), 1)).containsExactly(all.get(1));
        assertThat(storage.changesAfter(USER, all.get(2).seq(), 1)).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheyStopped() {
        HinataRecord[] records = IntStream.range(0, 25)
                .mapToObj(i -> Records.with(record("r" + i, "n"), Access.SHARED, Records.START.plusSeconds(i / 3)))
                .toArray(HinataRecord[]::new);
        submit("app", records);

        Page<StoredRecord> first = storage.list(USER, EVERYTHING, RecordFilter.NONE, new PageRequest(10, null));
        submit(
                "app",
                Records.with(record("r14", "changed meanwhile"), Access.SHARED, Records.START.plusSeconds(14 / 3)));
        Page<StoredRecord> second =
                storage.list(USER, EVERYTHING, RecordFilter.NONE, new PageRequest(10, first.nextCursor()));
        Page<StoredRecord> third =
                storage.list(USER, EVERYTHING, RecordFilter.NONE, new PageRequest(10, second.nextCursor()));

        assertThat(third.nextCursor()).isNull();
        assertThat(List.of(first, second, third))
                .flatMap(Page::items)
                .extracting(stored -> stored.record().id())
                .containsExactly(
                        IntStream.range(0, 25).mapToObj(i -> "r" + (24 - i)).toArray(String[]::new));
    }

    @Test
    void aForeignCursorIsRefused() {
        submit("app", record("r1", "1"), record("r2", "2"));
        storage.submit("guest", "app", List.of(record("r1", "1"), record("r2", "2")), "guest-job");
        String cursor = storage.list("guest", EVERYTHING, RecordFilter.NONE, new PageRequest(1, null))
                .nextCursor();

        for (String bad : List.of("", "x", "!!", cursor, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            assertThatThrownBy(() -> storage.list(USER, EVERYTHING, RecordFilter.NONE, new PageRequest(1, bad)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("/cursor");
        }
        assertThatThrownBy(() -> storage.list("nobody", EVERYTHING, RecordFilter.NONE, new PageRequest(1, cursor)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anUnknownUserHasNothingAndGetsNoKey() {
        assertThat(storage.find("nobody", "r1", EVERYTHING)).isEmpty();
        assertThat(storage.list("nobody", EVERYTHING, RecordFilter.NONE, new PageRequest(5, null))
                        .items())
                .isEmpty();
        assertThat(storage.changesAfter("nobody", 0, 5)).isEmpty();
        assertThat(storage.lastSeq("nobody")).isZero();
        assertThat(storage.count("nobody")).isZero();
        assertThat(storage.delete("nobody", new RecordRef("app", "r1"))).isFalse();
        assertThat(vault.knows("nobody")).isFalse();
    }

    @Test
    void revisionsAreSeenOneByOneAndOnlyWithThePresentContent() {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        RecordRef ref = new RecordRef("app", "r1");
        Visibility other = new Visibility("other", true, true, false);
        submit("app", Records.with(record("r1", "private"), Access.PRIVATE, at));
        submit("app", Records.with(record("r1", "shared"), Access.SHARED, at));
        submit("app", Records.with(record("r1", "public"), Access.PUBLIC, at));

        assertThat(storage.revisions(USER, ref, other))
                .extracting(old -> old.record().note())
                .containsExactly("shared");
        assertThat(storage.revisions(USER, ref, new Visibility("app", false, true, true)))
                .isEmpty();

        submit("app", Records.with(record("r1", "private again"), Access.PRIVATE, at));

        assertThat(storage.revisions(USER, ref, other)).isEmpty();
        assertThat(storage.revisions(USER, ref, EVERYTHING)).hasSize(3);
    }

    @Test
    void enrichmentIsPartOfItsRevision() {
        submit("app", record("r1", "first"));
        enrich("app", "r1", 1, "model-1");
        submit("app", record("r1", "second"));

        assertThat(find("app", "r1").enrichment()).isNull();
        assertThat(storage.revisions(USER, new RecordRef("app", "r1"), EVERYTHING))
                .singleElement()
                .satisfies(old -> assertThat(old.enrichment()).isEqualTo(enrichment("model-1")));
    }

    @Test
    void anInstantKeepsItsNanosecond() {
        Instant exact = Instant.parse("1600-02-29T23:59:59.123456789Z");
        submit("app", Records.with(record("r1", "old"), Access.PRIVATE, exact));

        assertThat(find("app", "r1").record().timestamp()).isEqualTo(exact);
    }

    private SubmitOutcome submit(String appId, HinataRecord... records) {
        return storage.submit(USER, appId, List.of(records), "job-" + System.nanoTime());
    }

    private StoredRecord find(String appId, String id) {
        return storage.find(USER, new RecordRef(appId, id), EVERYTHING).orElseThrow();
    }

    private void enrich(String appId, String id, int revision, String model) {
        String job = store.jobs().unfinished().get(0).id();
        storage.enrich(job, USER, List.of(new RecordEnrichment(new RecordRef(appId, id), revision, enrichment(model))));
    }
}
