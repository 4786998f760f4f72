package org.byenatos.virtualcore.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.common.Json;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordEnrichment;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.virtualcore.runtime.Modules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionsTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final String PAGE = "https://a.example/page";
    private static final String ROWING = "rowing on the quiet river at dawn";
    private static final String TAXES = "invoices and receipts for taxes";

    private final Records records = new Records();
    private final Modules modules = Modules.empty();
    private final Map<String, Set<Scope>> grants = new HashMap<>();
    private Attentions attentions = fresh();

    @BeforeEach
    void bind() {
        modules.storage().bind(records);
        modules.embedder().bind(new WordEmbedder());
        modules.users().bind(Services.with(UserDirectory.class, "grant", this::grant));
        grants.put("reader", EnumSet.of(Scope.HINATA_READ));
    }

    @Test
    void theFirstRecordIsAloneAndFoundsItsCluster() {
        Enrichment first = add("a", "1", NOON, ROWING, PAGE);

        assertThat(first.attention().similar()).isEqualTo(0.1);
        assertThat(first.attention().returns()).isEqualTo(0.167);
        assertThat(first.clusterId()).matches("[0-9a-f]{16}");
    }

    @Test
    void likeThingsCountAndClusterAndOthersDoNot() {
        Enrichment first = add("a", "1", NOON, ROWING, PAGE);
        Enrichment other = add("a", "2", NOON, TAXES, PAGE);
        Enrichment again = add("a", "3", NOON, ROWING + " again", "");

        assertThat(other.attention().similar()).isEqualTo(0.1);
        assertThat(other.clusterId()).isNotEqualTo(first.clusterId());
        assertThat(again.attention().similar()).isEqualTo(0.4);
        assertThat(again.clusterId()).isEqualTo(first.clusterId());
    }

    @Test
    void likeThingsOfOneBatchCountInTheirOrder() {
        List<StoredRecord> batch = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            batch.add(records.put("a", record("" + i, NOON, ROWING, PAGE, Access.SHARED)));
        }

        assertThat(enrich(batch))
                .extracting(made -> made.attention().similar())
                .containsExactly(0.1, 0.4, 0.4, 0.7, 0.7, 1.0);
    }

    @Test
    void aVisitIsWhatOthersAreFarFrom() {
        add("a", "1", NOON, ROWING, PAGE + "#top");
        Enrichment same = add("a", "2", NOON.plus(Duration.ofMinutes(30)), TAXES, PAGE + "#end");
        Enrichment later = add("a", "3", NOON.plus(Duration.ofMinutes(61)), TAXES, PAGE);
        Enrichment elsewhere = add("a", "4", NOON.plus(Duration.ofMinutes(62)), TAXES, PAGE + "/2");

        assertThat(same.attention().returns()).isLessThan(0.2);
        assertThat(later.attention().returns()).isGreaterThan(0.33);
        assertThat(elsewhere.attention().returns()).isEqualTo(0.167);
    }

    @Test
    void timeAtAnAddressAddsUp() {
        add("a", "1", NOON, ROWING, PAGE, "{\"reading_seconds\": 1800}");
        Enrichment second = add("a", "2", NOON, TAXES, PAGE, "{\"reading_seconds\": 1799}");

        assertThat(second.attention().time()).isEqualTo(1.0);
        assertThat(add("a", "3", NOON, TAXES, "").attention().time()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"-2592001, 0.1", "-2592000, 0.4", "0, 0.4", "1, 0.1"})
    void theWindowEndsWithTheRecordAndHasThirtyDays(long seconds, double similar) {
        add("a", "1", NOON.plusSeconds(seconds), ROWING, PAGE);

        assertThat(add("a", "2", NOON, ROWING, PAGE).attention().similar()).isEqualTo(similar);
    }

    @Test
    void theWindowIsTheSameAfterARestart() {
        add("a", "1", NOON.minus(Duration.ofDays(30)), ROWING, PAGE);
        add("a", "2", NOON.minus(Duration.ofDays(30)).minusSeconds(1), ROWING, PAGE);
        add("a", "3", NOON.plusSeconds(1), ROWING, PAGE);
        attentions = fresh();

        assertThat(add("a", "4", NOON, ROWING, PAGE).attention().similar()).isEqualTo(0.4);
    }

    @Test
    void aRestartBetweenAnyTwoRecordsChangesNothing() {
        List<Enrichment> without = story(new AttentionsTest(), false);
        List<Enrichment> with = story(new AttentionsTest(), true);

        assertThat(with)
                .extracting(Enrichment::clusterId)
                .containsExactlyElementsOf(
                        without.stream().map(Enrichment::clusterId).toList());
        assertThat(with)
                .extracting(Enrichment::attention)
                .containsExactlyElementsOf(
                        without.stream().map(Enrichment::attention).toList());
        assertThat(without.stream().map(Enrichment::clusterId).distinct().count())
                .isBetween(2L, 20L);
    }

    private static List<Enrichment> story(AttentionsTest test, boolean restarting) {
        test.bind();
        String[] words = (ROWING + " " + TAXES + " 划船 报税").split(" ");
        List<Enrichment> made = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = words[i % 3] + " " + words[i % 5] + " " + words[i % 4 + 7];
            Instant at = NOON.plus(Duration.ofHours(i * 37L % 900));
            made.add(test.add(i % 3 == 0 ? "reader" : "b", "" + i, at, text, PAGE + i % 4));
            if (restarting) {
                test.attentions = test.fresh();
            }
        }
        return made;
    }

    @Test
    void doneAgainABatchGetsTheSame() {
        add("a", "0", NOON, ROWING, PAGE);
        List<StoredRecord> batch = List.of(
                records.put("a", record("1", NOON, ROWING, PAGE, Access.SHARED)),
                records.put("a", record("2", NOON, ROWING, PAGE, Access.SHARED)));

        List<Enrichment> first = attentions.complete(batch, made(batch));
        assertThat(attentions.complete(batch, made(batch))).isEqualTo(first);
    }

    @Test
    void whatIsDeletedCountsNoMore() {
        add("a", "1", NOON, ROWING, PAGE);
        add("a", "2", NOON, ROWING, PAGE);
        records.delete(Records.USER, new RecordRef("a", "1"));

        assertThat(add("a", "3", NOON, ROWING, PAGE).attention().similar()).isEqualTo(0.4);
        records.delete(Records.USER, new RecordRef("a", "2"));
        records.delete(Records.USER, new RecordRef("a", "3"));
        assertThat(add("a", "4", NOON, ROWING, PAGE).attention().similar()).isEqualTo(0.1);
    }

    @Test
    void aRevisionCountsInPlaceOfWhatItRevises() {
        add("a", "1", NOON, ROWING, PAGE);
        add("a", "1", NOON, TAXES, PAGE);

        assertThat(add("a", "2", NOON, ROWING, PAGE).attention().similar()).isEqualTo(0.1);
        assertThat(add("a", "3", NOON, TAXES, PAGE).attention().similar()).isEqualTo(0.4);
    }

    /** The same with and without another app's records: no number and no name tells of them. */
    @ParameterizedTest
    @EnumSource(
            value = Access.class,
            names = {"PRIVATE", "RESTRICTED"})
    void whatAnAppMayNotSeeCountsNotForIt(Access hidden) {
        Enrichment alone = add("reader", "1", NOON, ROWING, PAGE, Access.PRIVATE);
        AttentionsTest other = new AttentionsTest();
        other.bind();
        for (int i = 0; i < 9; i++) {
            other.add("b", "" + i, NOON.minus(Duration.ofDays(i)), ROWING, PAGE, hidden);
        }

        Enrichment beside = other.add("reader", "1", NOON, ROWING, PAGE, Access.PRIVATE);
        assertThat(beside.attention()).isEqualTo(alone.attention());
        assertThat(beside.clusterId()).isEqualTo(alone.clusterId());
    }

    @Test
    void whatOthersShareCountsForAppsThatMayReadIt() {
        String cluster = add("b", "1", NOON, ROWING, PAGE).clusterId();

        Enrichment reads = add("reader", "1", NOON, ROWING, PAGE, Access.PRIVATE);
        assertThat(reads.attention().similar()).isEqualTo(0.4);
        assertThat(reads.clusterId()).isEqualTo(cluster);
        Enrichment readsNot = add("c", "1", NOON, ROWING, PAGE, Access.PRIVATE);
        assertThat(readsNot.attention().similar()).isEqualTo(0.1);
        assertThat(readsNot.clusterId()).isNotEqualTo(cluster);
    }

    /** Other apps read what is shared, so what it says may not rest on what is private. */
    @ParameterizedTest
    @CsvSource({
        "PRIVATE, SHARED, 0.1", "PRIVATE, RESTRICTED, 0.1", "PRIVATE, PUBLIC, 0.1", "PRIVATE, PRIVATE, 0.4",
        "SHARED, PUBLIC, 0.1", "SHARED, SHARED, 0.4", "SHARED, PRIVATE, 0.4", "SHARED, RESTRICTED, 0.1",
        "RESTRICTED, SHARED, 0.1", "RESTRICTED, RESTRICTED, 0.4", "PUBLIC, SHARED, 0.4", "PUBLIC, PUBLIC, 0.4"
    })
    void aRecordCountsOnlyWhatAllItsReadersMaySee(Access earlier, Access later, double similar) {
        add("a", "1", NOON, ROWING, PAGE, earlier);

        assertThat(add("a", "2", NOON, ROWING, PAGE, later).attention().similar())
                .isEqualTo(similar);
    }

    @Test
    void withoutAModelSharedConceptsAreLikeAndNothingClusters() {
        Modules bare = Modules.empty();
        bare.storage().bind(records);
        bare.users().bind(Services.with(UserDirectory.class, "grant", this::grant));
        attentions = new Attentions(bare, Configurations.defaults());

        add("a", "1", NOON, "Rowing River", PAGE);
        Enrichment second = add("a", "2", NOON, "river rowing", PAGE);

        assertThat(second.attention().similar()).isEqualTo(0.4);
        assertThat(second.clusterId()).isNull();
        assertThat(add("a", "3", NOON, "rowing alone", PAGE).attention().similar())
                .isEqualTo(0.1);
    }

    @Test
    void nothingIsReadForAUserWhoseRecordsItAllSaw() {
        for (int i = 0; i < 5; i++) {
            add("a", "" + i, NOON.minus(Duration.ofDays(100L * i)), ROWING, PAGE);
        }
        assertThat(records.listed).isZero();
    }

    @Test
    void eachWindowIsReadOnce() {
        add("a", "1", NOON, ROWING, PAGE);
        attentions = fresh();
        add("a", "2", NOON, ROWING, PAGE);
        int listed = records.listed;
        add("a", "3", NOON, ROWING, PAGE);

        assertThat(listed).isPositive();
        assertThat(records.listed).isEqualTo(listed);
    }

    @Test
    void ofAnErasedUserNothingIsKept() {
        add("a", "1", NOON, ROWING, PAGE);
        records.delete(Records.USER, new RecordRef("a", "1"));
        attentions.on(new CoreEvent.UserErased(NOON, Records.USER));

        assertThat(add("a", "2", NOON, ROWING, PAGE).attention().similar()).isEqualTo(0.1);
    }

    private Attentions fresh() {
        return new Attentions(modules, Configurations.defaults());
    }

    private Optional<Grant> grant(String appId) {
        return Optional.ofNullable(grants.get(appId)).map(scopes -> new Grant(Records.USER, appId, scopes, null));
    }

    private Enrichment add(String app, String id, Instant at, String text, String address) {
        return add(app, id, at, text, address, Access.SHARED);
    }

    private Enrichment add(String app, String id, Instant at, String text, String address, Access access) {
        return enrich(List.of(records.put(app, record(id, at, text, address, access))))
                .get(0);
    }

    private Enrichment add(String app, String id, Instant at, String text, String address, String metadata) {
        HinataRecord plain = record(id, at, text, address, Access.SHARED);
        return enrich(List.of(records.put(
                        app,
                        new HinataRecord(
                                id,
                                at,
                                plain.source(),
                                text,
                                "",
                                address,
                                List.of(),
                                plain.access(),
                                null,
                                null,
                                null,
                                new Json(metadata)))))
                .get(0);
    }

    private List<Enrichment> enrich(List<StoredRecord> batch) {
        List<Enrichment> completed = attentions.complete(batch, made(batch));
        for (int i = 0; i < batch.size(); i++) {
            StoredRecord stored = batch.get(i);
            records.enrich(
                    "job",
                    Records.USER,
                    List.of(new RecordEnrichment(stored.ref(), stored.revision(), completed.get(i))));
        }
        return completed;
    }

    /** What local AI makes: here the words as concepts. */
    private static List<Enrichment> made(List<StoredRecord> batch) {
        return batch.stream()
                .map(stored -> new Enrichment(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(stored.record().highlight().split(" ")),
                        null,
                        "en",
                        null,
                        null,
                        null,
                        null,
                        "test",
                        NOON))
                .toList();
    }

    private static HinataRecord record(String id, Instant at, String text, String address, Access access) {
        return new HinataRecord(id, at, "test", text, "", address, List.of(), access, null, null, null, null);
    }
}
