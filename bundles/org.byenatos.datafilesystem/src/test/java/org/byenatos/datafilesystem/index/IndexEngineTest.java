package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.datafilesystem.index.IndexFixture.APP;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.IndexFixture.ids;
import static org.byenatos.datafilesystem.index.IndexFixture.request;
import static org.byenatos.datafilesystem.index.Notes.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchHit;
import org.byenatos.api.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexEngineTest {
    private final IndexFixture index = new IndexFixture();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void nothingIsFoundWhereNothingIs() {
        assertThat(index.search("anything")).isEmpty();
        assertThat(index.files()).isEmpty();
        assertThat(index.vault.knows(USER)).isFalse();
    }

    @Test
    void aRecordIsFoundAsSoonAsItIsStored() {
        for (int i = 0; i < 30; i++) {
            index.put(note("n" + i, "the ferry number" + i + " leaves"));
            assertThat(index.ids("number" + i)).first().isEqualTo("n" + i);
        }
    }

    @Test
    void aRevisionTakesThePlaceOfWhatItRevises() {
        index.put(note("a", "walnut cake"));
        assertThat(index.ids("walnut")).containsExactly("a");
        index.put(note("a", "cherry cake"));
        assertThat(index.ids("walnut")).isEmpty();
        assertThat(index.ids("cherry")).containsExactly("a");
    }

    @Test
    void whatGoesOnMovesUpWhatTheQuestionFindsAndFindsNothingByItself() {
        index.put(note("plain", "The booking of the hotel in the town"));
        index.put(note("lisbon", "The booking of the hotel in Lisbon"));
        index.put(note("other", "Lisbon has trams"));
        SearchRequest bare = IndexFixture.request("hotel booking town", 10, RecordFilter.NONE, Visibility.EVERYTHING);

        assertThat(IndexFixture.ids(index.engine.search(bare))).first().isEqualTo("plain");
        assertThat(IndexFixture.ids(index.engine.search(during("hotel booking", "planning; Lisbon"))))
                .startsWith("lisbon", "plain");
        assertThat(IndexFixture.ids(index.engine.search(during("hotel booking town", "planning; Lisbon"))))
                .first()
                .isEqualTo("plain");
        assertThat(index.engine.search(during("walnut", "Lisbon trams"))).isEmpty();
    }

    private static SearchRequest during(String question, String context) {
        return new SearchRequest(USER, question, context, 10, RecordFilter.NONE, Visibility.EVERYTHING, 0, false);
    }

    @Test
    void aDeletedRecordIsGone() {
        index.put(note("a", "walnut cake"));
        index.put(note("b", "walnut bread"));
        assertThat(index.ids("walnut")).hasSize(2);
        index.storage.delete(USER, new RecordRef(APP, "a"));
        assertThat(index.ids("walnut")).containsExactly("b");
    }

    @Test
    void oneIdOfTwoAppsIsTwoRecords() {
        index.storage.put(USER, "one", note("a", "walnut cake").record());
        index.storage.put(USER, "two", note("a", "walnut bread").record());
        assertThat(index.search("walnut"))
                .extracting(hit -> hit.record().appId())
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void usersShareNothing() {
        index.put(note("a", "walnut cake"));
        index.storage.put("other", APP, note("b", "walnut bread").record());
        assertThat(index.ids("walnut")).containsExactly("a");
    }

    @Test
    void everyFilterHolds() {
        index.put(note("a", "walnut one")
                .from("kindle")
                .tagged("food")
                .by("Ada")
                .in("t1")
                .at("2026-01-01T00:00:00Z"));
        index.put(note("b", "walnut two")
                .from("web")
                .tagged("tree", "food")
                .by("Bea")
                .in("t2")
                .at("2026-02-01T00:00:00Z"));
        index.storage.put(
                USER,
                "other",
                note("c", "walnut three")
                        .of(Access.PUBLIC)
                        .at("2026-03-01T00:00:00Z")
                        .record());
        RecordFilter none = RecordFilter.NONE;
        assertThat(filtered(none)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(filtered(new RecordFilter("kindle", null, null, null, null, null, null, null)))
                .containsExactly("a");
        assertThat(filtered(new RecordFilter(null, "food", null, null, null, null, null, null)))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(filtered(new RecordFilter(null, null, "t2", null, null, null, null, null)))
                .containsExactly("b");
        assertThat(filtered(new RecordFilter(null, null, "note://c", null, null, null, null, null)))
                .containsExactly("c");
        assertThat(filtered(new RecordFilter(null, null, null, "Ada", null, null, null, null)))
                .containsExactly("a");
        assertThat(filtered(new RecordFilter(null, null, null, null, "other", null, null, null)))
                .containsExactly("c");
        assertThat(filtered(new RecordFilter(null, null, null, null, null, Access.PUBLIC, null, null)))
                .containsExactly("c");
        assertThat(filtered(between("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")))
                .containsExactly("a");
        assertThat(filtered(between("2026-01-01T00:00:00.000000001Z", "2026-02-01T00:00:00.000000001Z")))
                .containsExactly("b");
    }

    private List<String> filtered(RecordFilter filter) {
        return ids(index.engine.search(request("walnut", 10, filter, Visibility.EVERYTHING)));
    }

    private static RecordFilter between(String since, String until) {
        return new RecordFilter(
                null, null, null, null, null, null, java.time.Instant.parse(since), java.time.Instant.parse(until));
    }

    @Test
    void whatAnAppMayNotSeeNeitherAppearsNorHelpsItsNeighbours() {
        index.storage.put(
                USER, "chat", note("a", "the ferry").in("t").of(Access.SHARED).record());
        index.storage.put(
                USER,
                "chat",
                note("b", "walnut walnut walnut")
                        .in("t")
                        .at("2026-03-02T09:01:00Z")
                        .record());
        Visibility other = new Visibility("other", true, true, false);
        assertThat(index.engine.search(request("walnut", 10, RecordFilter.NONE, other)))
                .isEmpty();
        assertThat(ids(index.engine.search(request("ferry", 10, RecordFilter.NONE, other))))
                .containsExactly("a");
        assertThat(index.ids("walnut")).containsExactly("b", "a");
    }

    @Test
    void whatAnAppMayNotSeeIsNotAskedForInItsStead() {
        index.storage.put(USER, "a", note("secret", "zebra crossing ballpark").record());
        index.storage.put(
                USER, "b", note("open", "ballpark figures").of(Access.SHARED).record());
        Visibility b = new Visibility("b", true, false, false);
        assertThat(index.engine.search(request("zebra", 10, RecordFilter.NONE, b)))
                .isEmpty();
    }

    @Test
    void neighboursOfTheSameThreadComeAfterTheRecordItself() {
        index.put(note("q", "We looked for our hotel.").in("trip").at("2026-03-02T09:00:00Z"));
        index.put(note("a", "The Seagull, near the harbour.").in("trip").at("2026-03-02T09:01:00Z"));
        index.put(note("x", "Something else entirely.").in("work").at("2026-03-02T09:01:30Z"));
        assertThat(index.ids("hotel")).containsExactly("q", "a");
    }

    @Test
    void neighboursThatArriveLaterCountWithoutReindexing() {
        index.put(note("a", "The Seagull, near the harbour.").in("trip").at("2026-03-02T09:01:00Z"));
        assertThat(index.ids("hotel")).isEmpty();
        index.put(note("q", "We looked for our hotel.").in("trip").at("2026-03-02T09:00:00Z"));
        assertThat(index.ids("hotel")).containsExactly("q", "a");
        index.storage.delete(USER, new RecordRef(APP, "q"));
        assertThat(index.ids("hotel")).isEmpty();
    }

    @Test
    void threadsOfTheSameNameInTwoAppsAreTwo() {
        index.storage.put(USER, "one", note("q", "Which hotel was it?").in("t").record());
        index.storage.put(USER, "two", note("a", "The Seagull.").in("t").record());
        assertThat(index.ids("hotel")).containsExactly("q");
    }

    @Test
    void theNamedAuthorIsPreferredAndNobodyIsShutOut() {
        index.put(note("m", "I painted a sunrise yesterday").by("Melanie").in("1"));
        index.put(note("c", "I painted a sunrise once").by("Caroline").in("2"));
        index.put(note("x", "Caroline and Melanie met").in("3"));
        assertThat(index.ids("What did Caroline paint?")).startsWith("c").contains("m");
        assertThat(index.ids("What did melanie paint?")).startsWith("m").contains("c");
    }

    @Test
    void theDaysOfTheQuestionCount() {
        index.put(note("june", "lunch with the team").at("2026-06-10T11:00:00Z"));
        index.put(note("july", "lunch with the team and the boss").at("2026-07-10T11:00:00Z"));
        index.put(note("tuesday", "bought new shoes").at("2026-11-24T11:00:00Z"));
        assertThat(index.ids("Who came to lunch in June?")).startsWith("june");
        assertThat(index.ids("Who came to lunch in July 2026?")).startsWith("july");
        assertThat(index.ids("What did I do last Tuesday?")).startsWith("tuesday");
    }

    @Test
    void aDuplicateIsFolded() {
        index.storage.put(USER, "one", note("a", "Walnut cake needs flour!").record());
        index.storage.put(USER, "two", note("b", "walnut cake needs flour").record());
        index.put(note("c", "Walnut cake needs flour").by("Ada"));
        index.put(note("d", "Walnut cake needs sugar"));
        assertThat(index.ids("walnut cake")).hasSize(3).contains("c", "d");
    }

    @Test
    void duplicatesDoNotUseUpTheLimit() {
        for (int i = 0; i < 50; i++) {
            index.put(note("same" + i, "walnut cake"));
        }
        index.put(note("x", "cake with much more text in it than the others have"));
        index.put(note("y", "cake with even more text in it than all of the others have"));
        assertThat(index.search("walnut cake", 3)).hasSize(3);
        assertThat(index.search("walnut cake", 1)).hasSize(1);
    }

    @Test
    void theLimitHolds() {
        IntStream.range(0, 300).forEach(i -> index.put(note("n" + i, "walnut " + i)));
        assertThat(index.search("walnut", 200)).hasSize(200);
        assertThat(index.search("walnut", 7)).hasSize(7);
    }

    @Test
    void scoresFallFromOneToZeroAndTheLeastIsKept() {
        IntStream.range(0, 20).forEach(i -> index.put(note("n" + i, "walnut " + "cake ".repeat(i))));
        List<SearchHit> all = index.search("walnut cake", 50);
        assertThat(all).extracting(SearchHit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(all).allMatch(hit -> hit.score() > 0 && hit.score() <= 1);
        double middle = all.get(9).score();
        SearchRequest request =
                new SearchRequest(USER, "walnut cake", 50, RecordFilter.NONE, Visibility.EVERYTHING, middle, false);
        assertThat(index.engine.search(request))
                .allMatch(hit -> hit.score() >= middle)
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void anAnswerStandsAboveTheQuestionBeforeIt() {
        index.put(note("hello", "Good to see you").in("chat").at("2026-03-02T09:00:00Z"));
        index.put(note("asks", "How often do you jog?").in("chat").at("2026-03-02T09:01:00Z"));
        index.put(note("answers", "Three times").in("chat").at("2026-03-02T09:02:00Z"));
        index.put(note("later", "Great").in("chat").at("2026-03-02T09:03:00Z"));
        List<SearchHit> hits = index.search("How often do I go jogging?");
        assertThat(IndexFixture.ids(hits)).startsWith("answers", "asks");
        assertThat(hits.get(0).explain()).containsKeys("answer", "kind").doesNotContainKeys("words", "asking");
        assertThat(hits.get(1).explain().get("asking")).isNegative();
        for (SearchHit hit : hits) {
            assertThat(hit.score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void explainsItself() {
        index.put(note("q", "Which hotel was it?").by("Ada").in("trip"));
        index.put(note("a", "The Seagull.").by("Bea").in("trip").at("2026-03-02T09:01:00Z"));
        List<SearchHit> hits = index.search("Which hotel did Ada mean in March?");
        assertThat(hits.get(0).explain()).containsOnlyKeys("neighbours", "thread", "answer", "date");
        assertThat(hits.get(1).explain()).containsOnlyKeys("words", "thread", "related", "author", "date", "asking");
        SearchRequest terse = new SearchRequest(USER, "hotel", 5, RecordFilter.NONE, Visibility.EVERYTHING, 0, false);
        assertThat(index.engine.search(terse)).allMatch(hit -> hit.explain().isEmpty());
    }

    @Test
    void twoStepsAreOneQuestion() {
        index.put(note("phone", "The number of my aunt Rosalinde is 13206366146"));
        index.put(note("job", "aunt Rosalinde works as a baker"));
        IntStream.range(0, 30).forEach(i -> index.put(note("x" + i, "someone works as a clerk number " + i)));
        assertThat(index.ids("Where does the person with the phone 13206366146 work?"))
                .contains("phone", "job");
    }

    @Test
    void chineseIsFoundByCharactersAndPairs() {
        index.put(note("a", "我的手机是小米12。"));
        index.put(note("b", "我爸爸喜欢听音乐。"));
        assertThat(index.ids("我用的手机是什么型号？")).first().isEqualTo("a");
        assertThat(index.ids("爸爸喜欢什么")).first().isEqualTo("b");
    }

    @Test
    void tagsAreWords() {
        index.put(note("a", "nothing to see").tagged("gardening"));
        assertThat(index.ids("garden")).containsExactly("a");
    }

    @Test
    void afterARestartOnlyWhatIsNewIsRead() {
        IntStream.range(0, 50).forEach(i -> index.put(note("n" + i, "walnut " + i)));
        index.search("walnut");
        index.engine.close();
        index.put(note("later", "walnut later"));
        index.storage.delete(USER, new RecordRef(APP, "n0"));
        index.storage.read = 0;
        index.engine = index.open(index.folder, index.storage);
        assertThat(index.search("walnut", 200)).hasSize(50);
        assertThat(index.ids("later")).first().isEqualTo("later");
        assertThat(index.storage.read).isEqualTo(2);
    }

    @Test
    void authorsAreKnownAfterARestart() {
        index.put(note("m", "I painted a sunrise").by("Melanie").in("1"));
        index.put(note("c", "I painted a sunrise").by("Caroline").in("2"));
        index.search("x");
        index.restart();
        assertThat(index.ids("What did Caroline paint?")).startsWith("c");
    }

    @Test
    void whatAKilledProcessLeavesIsGoodEnough() throws IOException {
        IntStream.range(0, 20).forEach(i -> index.put(note("n" + i, "walnut " + i)));
        index.search("walnut");
        index.restart();
        index.search("walnut");
        index.put(note("later", "walnut later"));
        index.search("walnut");
        Path copy = IndexFixture.temporary();
        copyTo(copy);
        try (IndexEngine other = index.open(copy, index.storage)) {
            assertThat(other.search(request("walnut", 50, RecordFilter.NONE, Visibility.EVERYTHING)))
                    .hasSize(21);
        }
        IndexFixture.delete(copy);
    }

    private void copyTo(Path copy) throws IOException {
        for (Path file : index.files()) {
            Path target = copy.resolve(index.folder.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "flip", "empty", "remove"})
    void aDamagedIndexComesBackByItself(String damage) throws IOException {
        IntStream.range(0, 20).forEach(i -> index.put(note("n" + i, "walnut " + i)));
        index.search("walnut");
        index.engine.close();
        int files = index.files().size();
        for (int i = 0; i < files; i++) {
            Path file = index.files().get(i);
            byte[] bytes = Files.readAllBytes(file);
            switch (damage) {
                case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case "flip" -> {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
                case "empty" -> Files.write(file, new byte[0]);
                default -> Files.delete(file);
            }
            index.engine = index.open(index.folder, index.storage);
            assertThat(index.search("walnut", 50))
                    .as("%s of %s", damage, file.getFileName())
                    .hasSize(20);
            index.engine.close();
        }
        assertThat(files).isGreaterThan(3);
    }

    @Test
    void damageWhileItIsOpenIsRepairedByTheNextQuestion() throws IOException {
        IntStream.range(0, 3000).forEach(i -> index.put(note("n" + i, "walnut number" + i)));
        index.search("walnut");
        index.restart();
        for (Path file : index.files()) {
            try (var raw = new java.io.RandomAccessFile(file.toFile(), "rw")) {
                for (long at = 100; at < raw.length() - 5000; at += 4000) {
                    raw.seek(at);
                    raw.write(7);
                }
            }
        }
        assertThat(index.ids("number77")).first().isEqualTo("n77");
        assertThat(index.search("walnut", 200)).hasSize(200);
    }

    @Test
    void anotherKeyMeansAnotherIndex() {
        index.put(note("a", "walnut cake"));
        index.search("walnut");
        index.engine.close();
        index.vault.destroy(USER);
        index.engine = index.open(index.folder, index.storage);
        assertThat(index.ids("walnut")).containsExactly("a");
    }

    @Test
    void aForgottenUserLeavesNothing() {
        for (boolean open : new boolean[] {true, false}) {
            index.put(note("a", "walnut cake"));
            index.search("walnut");
            index.restart();
            if (open) {
                index.search("walnut");
            }
            assertThat(index.files()).isNotEmpty();
            index.storage.erase(USER);
            index.vault.destroy(USER);
            index.engine.forget(USER);
            assertThat(index.files()).isEmpty();
            assertThat(index.search("walnut")).isEmpty();
            assertThat(index.vault.knows(USER)).isFalse();
        }
    }

    @Test
    void whatIsForgottenByMistakeComesBack() {
        index.put(note("a", "walnut cake"));
        index.search("walnut");
        index.engine.forget(USER);
        assertThat(index.ids("walnut")).containsExactly("a");
    }

    @Test
    void aSuccessorWaitsForTheIndex() throws InterruptedException {
        index.put(note("a", "walnut cake"));
        index.search("walnut");
        IndexEngine predecessor = index.engine;
        Thread leaving = new Thread(() -> {
            LockSupport.parkNanos(200_000_000);
            predecessor.close();
        });
        leaving.start();
        index.engine = index.open(index.folder, index.storage);
        assertThat(index.ids("walnut")).containsExactly("a");
        leaving.join();
    }

    @Test
    void theUpkeepFollowsCommitsAndCloses() {
        index.put(note("a", "walnut cake"));
        index.engine.changed(USER);
        index.engine.keepUp();
        index.storage.read = 0;
        assertThat(index.ids("walnut")).containsExactly("a");
        assertThat(index.storage.read).isZero();
        index.clock.forward(Duration.ofSeconds(30));
        index.engine.keepUp();
        assertThat(index.files()).anyMatch(file -> file.getFileName().toString().startsWith("segments"));
        assertThat(index.engine.open()).containsExactly(USER);
        index.clock.forward(Duration.ofSeconds(90));
        index.engine.keepUp();
        assertThat(index.engine.open()).isEmpty();
    }

    @Test
    void whatTheUpkeepHasWrittenIsSeenByTheNextSearchAndAfterARestart() {
        index.put(note("a", "walnut cake"));
        index.search("walnut");
        index.put(note("b", "walnut bread"));
        index.storage.delete(USER, new RecordRef(APP, "a"));
        index.clock.forward(Duration.ofSeconds(30));
        index.engine.keepUp();

        assertThat(index.ids("walnut")).containsExactly("b");

        index.put(note("c", "walnut oil"));
        index.clock.forward(Duration.ofSeconds(30));
        index.engine.keepUp();
        index.restart();
        index.storage.read = 0;
        assertThat(index.ids("walnut")).containsExactlyInAnyOrder("b", "c");
        assertThat(index.storage.read).isZero();
    }

    @Test
    void theUpkeepLeavesNothingOfAnErasedUser() {
        index.put(note("a", "walnut cake"));
        index.search("walnut");
        index.storage.erase(USER);
        index.vault.destroy(USER);
        index.engine.keepUp();
        assertThat(index.files()).isEmpty();
        assertThat(index.vault.knows(USER)).isFalse();
    }

    @Test
    void aStorageThatWentBackIsFollowed() {
        index.put(note("a", "walnut cake"));
        index.put(note("b", "walnut bread"));
        index.search("walnut");
        MemoryStorage older = new MemoryStorage();
        older.put(USER, APP, note("a", "walnut cake").record());
        index.engine.close();
        index.engine = index.open(index.folder, older);
        assertThat(index.ids("walnut")).containsExactly("a");
    }

    @Test
    void nothingIsReadableOnDisk() throws IOException {
        index.put(note("identifier-zebra", "walnut cake")
                .by("Melanie")
                .tagged("gardening")
                .in("threadname"));
        index.search("walnut");
        index.restart();
        for (Path file : index.files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("walnut", "cake", "Melanie", "melani", "garden", "threadname", "zebra", "Lucene");
            assertThat(file.toString()).doesNotContain(USER);
        }
    }

    @Test
    void moreUsersThanMayStayOpenAreServed() {
        for (int round = 0; round < 3; round++) {
            for (int user = 0; user < 12; user++) {
                String id = "r" + round;
                index.storage.put(
                        "user" + user,
                        APP,
                        note(id, "walnut " + round + " " + user).record());
                SearchRequest request = new SearchRequest(
                        "user" + user, "walnut", 10, RecordFilter.NONE, Visibility.EVERYTHING, 0, false);
                assertThat(index.engine.search(request)).hasSize(round + 1);
            }
        }
    }

    @Test
    void manyAskWhileRecordsArrive() throws InterruptedException {
        index.put(note("first", "walnut first"));
        AtomicInteger failures = new AtomicInteger();
        List<Thread> askers = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = 0; n < 50; n++) {
                        if (index.search("walnut", 200).isEmpty()) {
                            failures.incrementAndGet();
                        }
                    }
                }))
                .toList();
        askers.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failures.addAndGet(1000)));
        askers.forEach(Thread::start);
        for (int i = 0; i < 100; i++) {
            index.put(note("n" + i, "walnut " + i));
        }
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(failures).hasValue(0);
        assertThat(index.search("walnut", 200)).hasSize(101);
    }
}
