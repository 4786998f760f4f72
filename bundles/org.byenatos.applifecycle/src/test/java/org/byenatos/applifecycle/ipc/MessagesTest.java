package org.byenatos.applifecycle.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.api.app.Scope.EVENTS_READ;
import static org.byenatos.api.app.Scope.HINATA_READ;
import static org.byenatos.api.app.Scope.HINATA_READ_OWN;
import static org.byenatos.api.app.Scope.MESSAGES_WRITE;
import static org.byenatos.api.app.Scope.PSP_READ;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.byenatos.api.app.Caller;
import org.byenatos.api.app.Grant;
import org.byenatos.api.app.Scope;
import org.byenatos.api.app.User;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.RecordRef;
import org.byenatos.api.ipc.Event;
import org.byenatos.api.ipc.EventPage;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.api.state.StateKey;
import org.byenatos.applifecycle.Core;
import org.byenatos.applifecycle.MemoryStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final EventQuery BEGINNING = new EventQuery("0", List.of());
    private static final Caller OWNER = new Caller.Owner();

    private final Core core = new Core();

    @Test
    void aMessageReachesTheAppsThatMayRead() {
        Caller reader = session("reader", EVENTS_READ);
        Caller deaf = session("deaf", PSP_READ);
        session("writer", MESSAGES_WRITE);

        String id = send("notes.opened", "{\"page\":3}");

        EventPage page = core.ipc.read(reader, BEGINNING);
        assertThat(page.gap()).isFalse();
        assertThat(page.more()).isFalse();
        assertThat(page.events()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(id);
            assertThat(event.topic()).isEqualTo("notes.opened");
            assertThat(event.userId()).isEqualTo(User.OWNER);
            assertThat(event.appId()).isEqualTo("writer");
            assertThat(event.payload().text()).isEqualTo("{\"page\":3}");
        });
        assertThat(core.ipc.read(reader, BEGINNING.after(page.position())).events())
                .isEmpty();
        assertThat(core.ipc.read(deaf, BEGINNING).events()).isEmpty();
        assertThat(core.ipc.read(OWNER, BEGINNING).events()).hasSize(1);
    }

    @Test
    void aMessageToOneAppReachesNoOther() {
        Caller one = session("one", EVENTS_READ);
        Caller other = session("other", EVENTS_READ);

        core.ipc.send(User.OWNER, "writer", new NewMessage("notes.opened", new Json("1"), "one"));

        assertThat(core.ipc.read(one, BEGINNING).events()).hasSize(1);
        assertThat(core.ipc.read(other, BEGINNING).events()).isEmpty();
        assertThatThrownBy(() ->
                        core.ipc.send(User.OWNER, "writer", new NewMessage("notes.opened", new Json("1"), "nobody")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void usersAreApart() {
        core.users.create("mei", null);
        Caller reader = session("reader", EVENTS_READ);
        core.ipc.send("mei", "writer", new NewMessage("notes.opened", new Json("1"), null));

        assertThat(core.ipc.read(reader, BEGINNING).events()).isEmpty();
        assertThat(core.ipc.read(OWNER, BEGINNING).events()).isEmpty();
        assertThat(core.ipc.read(new Caller.Person("mei"), BEGINNING).events()).hasSize(1);
        Caller app = new Caller.AppItself(core.apps.find("reader").orElseThrow());
        assertThat(core.ipc.read(app, BEGINNING).events()).isEmpty();
        core.users.grant(new Grant("mei", "reader", Set.of(EVENTS_READ), null));
        assertThat(core.ipc.read(app, BEGINNING).events()).hasSize(1);
        core.users.revoke("mei", "reader");
        assertThat(core.ipc.read(app, BEGINNING).events()).isEmpty();
    }

    @Test
    void ofEnrichedRecordsAReaderLearnsThoseThatItMayRead() {
        Caller own = session("own", EVENTS_READ, HINATA_READ_OWN);
        Caller all = session("all", EVENTS_READ, HINATA_READ);
        Caller none = session("none", EVENTS_READ);
        tell(new CoreEvent.HinataEnriched(
                core.clock.instant(),
                User.OWNER,
                "job-1",
                List.of(
                        subject("own", "mine", Access.PRIVATE),
                        subject("x", "theirs", Access.SHARED),
                        subject("x", "secret", Access.PRIVATE),
                        subject("x", "bank", Access.RESTRICTED))));

        assertThat(payloads(own))
                .containsExactly("{\"job_id\":\"job-1\",\"records\":[{\"app_id\":\"own\",\"id\":\"mine\"}]}");
        assertThat(payloads(all))
                .singleElement()
                .asString()
                .contains("theirs")
                .doesNotContain("mine", "secret", "bank");
        assertThat(payloads(none)).isEmpty();
        assertThat(payloads(OWNER)).singleElement().asString().contains("mine", "theirs", "secret", "bank");
    }

    @Test
    void whatConcernsAnAppIsToldToThatAppAlone() {
        Caller mine = session("mine", EVENTS_READ);
        Caller other = session("other", EVENTS_READ, PSP_READ);
        tell(new CoreEvent.HinataStored(core.clock.instant(), User.OWNER, "mine", 3));
        tell(new CoreEvent.SessionClosed(core.clock.instant(), User.OWNER, "mine", "s"));
        tell(new CoreEvent.AppChanged(core.clock.instant(), "mine", "updated"));
        tell(new CoreEvent.PspUpdated(core.clock.instant(), User.OWNER, 2));

        assertThat(topics(mine)).containsExactly("hinata.stored", "session.closed", "app.updated");
        assertThat(topics(other)).containsExactly("psp.updated");
        assertThat(topics(OWNER)).containsExactly("hinata.stored", "session.closed", "app.updated", "psp.updated");
    }

    @Test
    void topicsAreChosenByNameAndByBeginning() {
        send("notes.opened", "1");
        send("notes.closed", "2");
        send("mail.opened", "3");

        assertThat(core.ipc.read(OWNER, new EventQuery("0", List.of("notes.*"))).events())
                .hasSize(2);
        assertThat(core.ipc
                        .read(OWNER, new EventQuery("0", List.of("mail.opened", "notes.closed")))
                        .events())
                .hasSize(2);
        assertThat(core.ipc.read(OWNER, new EventQuery("0", List.of("notes"))).events())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "notes", "Notes.opened", "notes.", ".notes", "a..b", "hinata.enriched", "gap.x", "a b.c"})
    void topicsThatAreNoneOrTheCoresAreRefused(String topic) {
        assertThatThrownBy(() -> send(topic, "1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void payloadsAreBounded() {
        send("notes.opened", '"' + "x".repeat(64 * 1024 - 2) + '"');
        assertThatThrownBy(() -> send("notes.opened", '"' + "x".repeat(64 * 1024 - 1) + '"'))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void withoutAPositionReadingBeginsNow() {
        send("notes.opened", "1");

        EventPage page = core.ipc.read(OWNER, new EventQuery(null, List.of()));

        assertThat(page.events()).isEmpty();
        String id = send("notes.opened", "2");
        assertThat(core.ipc.read(OWNER, BEGINNING.after(page.position())).events())
                .extracting(Event::id)
                .containsExactly(id);
    }

    @Test
    void aRestartLosesNothingAndNumbersOn() {
        String first = send("notes.opened", "1");
        String second = send("notes.opened", "2");
        core.stop();

        Core next = core.restarted();
        String third = next.ipc.send(User.OWNER, "writer", new NewMessage("notes.opened", new Json("3"), null));

        EventPage page = next.ipc.read(OWNER, BEGINNING.after(first));
        assertThat(page.gap()).isFalse();
        assertThat(page.events()).extracting(Event::id).containsExactly(second, third);
        assertThat(page.events()).extracting(Event::payload).containsExactly(new Json("2"), new Json("3"));
    }

    @Test
    void aCrashLeavesAGap() {
        String before = send("notes.opened", "1");
        core.ipc.tell(new CoreEvent.PspUpdated(core.clock.instant(), User.OWNER, 2));

        Core next = core.restarted();
        next.ipc.send(User.OWNER, "writer", new NewMessage("notes.opened", new Json("3"), null));

        assertThat(next.ipc.read(OWNER, BEGINNING.after(before)).events())
                .extracting(Event::topic)
                .containsExactly("gap", "notes.opened");
    }

    @Test
    void whatCouldNotBeToldLeavesAGap() {
        Caller reader = session("reader", EVENTS_READ);
        core.ipc.missed();
        core.flush();

        assertThat(topics(reader)).containsExactly("gap");
    }

    @Test
    void aSlowReaderIsToldOfAGapAndThenOfAllThatIsLeft() {
        String known = send("notes.opened", "0");
        for (int i = 1; i <= 250; i++) {
            send("notes.opened", Integer.toString(i));
        }

        List<Event> events = new ArrayList<>();
        EventPage page = core.ipc.read(OWNER, BEGINNING.after(known));
        assertThat(page.gap()).isTrue();
        events.addAll(page.events());
        while (page.more()) {
            page = core.ipc.read(OWNER, BEGINNING.after(page.position()));
            assertThat(page.gap()).isFalse();
            events.addAll(page.events());
        }

        assertThat(events).hasSizeBetween(90, 100);
        assertThat(events.get(events.size() - 1).payload().text()).isEqualTo("250");
        long stored = core.store.all().keySet().stream()
                .filter(key -> key.collection().equals("event"))
                .count();
        assertThat(stored).isEqualTo(events.size());
        core.stop();
        assertThat(core.restarted().ipc.read(OWNER, BEGINNING.after(known)).gap())
                .isTrue();
    }

    @Test
    void largeEventsAreBoundedByTheirLength() {
        for (int i = 0; i < 20; i++) {
            send("notes.opened", '"' + "x".repeat(20_000) + '"');
        }

        assertThat(core.ipc.read(OWNER, BEGINNING).events()).hasSizeBetween(3, 5);
    }

    @Test
    void oldEventsGo() {
        send("notes.opened", "1");
        core.clock.pass(Duration.ofHours(71));
        String kept = send("notes.opened", "2");
        core.clock.pass(Duration.ofHours(2));

        core.trim();

        assertThat(core.ipc.read(OWNER, BEGINNING).events())
                .extracting(Event::id)
                .containsExactly(kept);
        assertThat(core.ipc.read(OWNER, BEGINNING).gap()).isTrue();
    }

    @Test
    void aPositionOfNoEventIsAGap() {
        send("notes.opened", "1");
        for (String strange : List.of("99", "x", "-1", "")) {
            EventPage page = core.ipc.read(OWNER, BEGINNING.after(strange));
            assertThat(page.gap()).isTrue();
            assertThat(page.events()).hasSize(1);
        }
    }

    @Test
    void whatTheStoreRefusesIsToldWhenItTakesItAgain() {
        core.users.list();
        send("notes.opened", "1");
        core.store.failWith(MemoryStateStore.full());
        assertThatThrownBy(() -> send("notes.opened", "2")).isInstanceOf(StorageException.class);
        assertThat(topics(OWNER)).hasSize(1);

        core.store.failWith(null);
        core.flush();

        assertThat(topics(OWNER)).hasSize(2);
    }

    @Test
    void whatIsOnesIsKeptUnderThatUser() {
        send("notes.opened", "\"secret\"");

        assertThat(core.store.all().entrySet())
                .filteredOn(entry -> entry.getValue().text().contains("secret"))
                .extracting(entry -> entry.getKey().userId())
                .containsExactly(User.OWNER);
        assertThat(core.store.get(StateKey.of("event_log", "position"))).isPresent();
    }

    @Test
    void signalsComeWithNewsAndWithLostRights() {
        session("reader", EVENTS_READ);
        List<String> heard = new ArrayList<>();
        core.hear(() -> heard.add("news"));

        send("notes.opened", "1");
        assertThat(heard).hasSize(1);
        core.users.revoke(User.OWNER, "reader");
        assertThat(heard).hasSize(2);
    }

    private String send(String topic, String payload) {
        return core.ipc.send(User.OWNER, "writer", new NewMessage(topic, new Json(payload), null));
    }

    private void tell(CoreEvent event) {
        core.ipc.tell(event);
        core.flush();
    }

    private Caller session(String appId, Scope... scopes) {
        core.register(appId, scopes);
        return core.authenticator.identify(core.open(appId).token());
    }

    private List<String> topics(Caller caller) {
        return core.ipc.read(caller, BEGINNING).events().stream()
                .map(Event::topic)
                .toList();
    }

    private List<String> payloads(Caller caller) {
        return core.ipc.read(caller, BEGINNING).events().stream()
                .map(event -> event.payload().text())
                .toList();
    }

    private static CoreEvent.Subject subject(String appId, String id, Access access) {
        return new CoreEvent.Subject(new RecordRef(appId, id), access);
    }
}
