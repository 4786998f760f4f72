package org.byenatos.distribution.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.byenatos.api.app.Scope;
import org.byenatos.distribution.Client;

/** A plan come true in a running core, under identifiers that no other world has, and the model of it. */
final class World {

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final AtomicInteger MARKERS = new AtomicInteger();

    private final int number = WORLDS.incrementAndGet();
    private final Client owner;
    private final Map<Plan.Pair, Client> sessions = new LinkedHashMap<>();
    private final Map<String, ModelRecord> records = new LinkedHashMap<>();

    private final Map<String, ModelRecord> binned = new LinkedHashMap<>();
    private boolean soft = true;
    final List<Actor> actors = new ArrayList<>();
    final List<Owned> jobs = new ArrayList<>();
    final List<Owned> openedSessions = new ArrayList<>();
    final List<String> markers = new ArrayList<>();

    /** Every content that was ever written, deleted ones too. */
    final List<Written> written = new ArrayList<>();

    /** A content that an app wrote for a user. */
    record Written(ModelRecord record, Content content) {}

    /** Something that an app did for a user. */
    record Owned(String id, String userId, String appId, boolean open) {}

    World(Plan plan, Client owner) {
        this.owner = owner;
        actors.add(new Actor(Actor.Kind.NOBODY, null, null, null, owner.as(null)));
        actors.add(new Actor(Actor.Kind.OWNER, "owner", null, null, owner));
        IntStream.range(0, plan.users()).forEach(this::makeUser);
        IntStream.range(0, plan.apps()).forEach(app -> makeApp(app, plan));
        plan.writes().forEach(this::write);
        settleGrants(plan);
    }

    String user(int index) {
        return "w" + number + "u" + index;
    }

    String app(int index) {
        return "w" + number + "a" + index;
    }

    List<ModelRecord> records() {
        return List.copyOf(records.values());
    }

    /** The records that can come back. */
    List<ModelRecord> binned() {
        return List.copyOf(binned.values());
    }

    /** The components that a person sees in their own PSP, with the record that each rests on. */
    Map<String, ModelRecord> components(Actor person) {
        Map<String, ModelRecord> components = new LinkedHashMap<>();
        JsonNode psp =
                person.client().post("/psp", Map.of("token_budget", 100_000)).expect(200);
        psp.get("components").forEach(component -> records.values().stream()
                .filter(record -> record.userId().equals(person.userId())
                        && !component.get("layer").asText().equals("context")
                        && !component.get("layer").asText().equals("buffer")
                        && component.get("text").asText().contains(record.now().marker()))
                .forEach(record -> components.put(component.get("id").asText(), record)));
        return components;
    }

    List<String> ids() {
        return List.of("r0", "r1", "r2");
    }

    List<String> users() {
        return actors.stream()
                .filter(actor -> actor.is(Actor.Kind.PERSON))
                .map(Actor::userId)
                .toList();
    }

    List<String> apps() {
        return actors.stream()
                .filter(actor -> actor.is(Actor.Kind.APP))
                .map(Actor::appId)
                .toList();
    }

    /** The session of an app for a user. */
    Actor session(String user, String app) {
        return actors.stream()
                .filter(actor -> actor.is(Actor.Kind.SESSION)
                        && actor.userId().equals(user)
                        && actor.appId().equals(app))
                .findFirst()
                .orElseThrow();
    }

    private void makeUser(int index) {
        String user = user(index);
        JsonNode made = owner.post("/users", Map.of("user_id", user)).expect(201);
        Client client = owner.as(made.get("user_token").asText());
        actors.add(new Actor(Actor.Kind.PERSON, user, null, null, client));
    }

    /** An app with a session for everybody; all may write at first. */
    private void makeApp(int index, Plan plan) {
        String app = app(index);
        Map<String, Object> registration = Map.of(
                "app_id", app, "name", app, "version", "1", "scopes", List.of(), "requests_per_minute", 10_000_000);
        Client key = owner.as(
                owner.post("/apps", registration).expect(201).get("api_key").asText());
        actors.add(new Actor(Actor.Kind.APP, null, app, null, key));
        for (int user = 0; user < plan.users(); user++) {
            grant(user(user), app, EnumSet.of(Scope.HINATA_WRITE));
            JsonNode session =
                    key.post("/sessions", Map.of("user_id", user(user))).expect(201);
            Plan.Pair pair = new Plan.Pair(user, index);
            boolean open = plan.grants().containsKey(pair);
            openedSessions.add(new Owned(session.get("session_id").asText(), user(user), app, open));
            sessions.put(pair, owner.as(session.get("token").asText()));
        }
    }

    private void write(Plan.Write write) {
        Client session = sessions.get(write.by());
        String user = user(write.by().user());
        String app = app(write.by().app());
        String id = "r" + write.id();
        String key = user + ' ' + app + ' ' + id;
        if (write.deletion()) {
            ModelRecord gone = records.remove(key);
            session.delete("/hinata/" + id + (soft ? "?mode=soft" : "")).expect(gone == null ? 404 : 204);
            if (soft && gone != null) {
                binned.put(key, gone);
            }
            soft = !soft;
            return;
        }
        ModelRecord before = binned.remove(key);
        if (before != null) {
            records.put(key, before);
        }
        Content content = new Content(marker(), write.access());
        Map<String, Object> record = Map.of(
                "id",
                id,
                "timestamp",
                "2026-09-01T10:00:00Z",
                "source",
                "test",
                "highlight",
                "",
                "note",
                content.note(),
                "address",
                "test:one-thread",
                "tag",
                List.of(),
                "access",
                write.access().word());
        JsonNode receipt = session.post("/hinata", Map.of("records", List.of(record), "wait", "enriched"))
                .expect(200);
        jobs.add(new Owned(receipt.get("job_id").asText(), user, app, true));
        written.add(new Written(new ModelRecord(user, app, id), content));
        records.computeIfAbsent(key, any -> new ModelRecord(user, app, id))
                .contents()
                .add(content);
    }

    private void settleGrants(Plan plan) {
        sessions.forEach((pair, session) -> {
            Set<Scope> scopes = plan.grants().get(pair);
            String user = user(pair.user());
            String app = app(pair.app());
            if (scopes == null) {
                owner.delete("/users/" + user + "/grants/" + app).expect(204);
            } else {
                grant(user, app, scopes);
            }
            actors.add(new Actor(Actor.Kind.SESSION, user, app, scopes, session));
        });
    }

    private void grant(String user, String app, Set<Scope> scopes) {
        List<String> words = scopes.stream().map(Scope::word).toList();
        owner.put("/users/" + user + "/grants/" + app, Map.of("scopes", words)).expect(200);
    }

    /** Letters only, and no ending that a tokenizer would cut off. */
    private String marker() {
        StringBuilder word = new StringBuilder("qz");
        for (int rest = MARKERS.incrementAndGet() + 26 * 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        markers.add(word.append('k').toString());
        return word.toString();
    }
}
