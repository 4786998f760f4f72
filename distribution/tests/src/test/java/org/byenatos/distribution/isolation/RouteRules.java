package org.byenatos.distribution.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.byenatos.api.app.Scope;
import org.byenatos.api.hinata.Access;
import org.byenatos.distribution.Client.Reply;
import org.byenatos.distribution.EventReader;

/**
 * What each route of the gateway answers to anybody in any world. Reads are made and compared with the model. Writes are
 * tried by those only who must not make them; that they changed nothing shows in the reads after them.
 */
final class RouteRules {

    private static final int WHOLE = 100_000;

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    /** Compares what a route answers to an actor with the model. */
    interface Rule {
        void check(World world, Actor actor);
    }

    RouteRules() {
        rules.put("GET /status", (world, actor) -> actor.client().get("/status").expect(200));
        apps();
        users();
        sessions();
        records();
        questions();
        models();
        safekeeping();
        upkeep();
        memory();
        events();
    }

    Set<String> routes() {
        return rules.keySet();
    }

    void check(World world) {
        rules.forEach((route, rule) -> {
            for (Actor actor : world.actors) {
                try {
                    rule.check(world, actor);
                } catch (AssertionError wrong) {
                    throw new AssertionError(route + " as " + actor + ": " + wrong.getMessage(), wrong);
                }
            }
        });
    }

    private void apps() {
        Map<String, Object> app = Map.of("name", "Intruder", "version", "1", "scopes", List.of());
        rules.put("POST /apps", (world, actor) -> {
            if (!actor.is(Actor.Kind.OWNER) && !actor.is(Actor.Kind.NOBODY)) {
                actor.client().post("/apps", app).expect(403);
            }
        });
        rules.put("GET /apps", (world, actor) -> {
            Reply reply = actor.client().get("/apps?limit=1000");
            if (owner(actor, reply)) {
                assertThat(items(reply, "app_id")).containsAll(world.apps());
            }
        });
        rules.put("GET /apps/{app_id}", (world, actor) -> world.apps().forEach(id -> {
            Reply reply = actor.client().get("/apps/" + id);
            allowed(actor, reply, actor.is(Actor.Kind.OWNER) || ownKey(actor, id));
        }));
        refusedToOthers("PATCH /apps/{app_id}", actor -> actor.is(Actor.Kind.OWNER), (world, actor) -> actor.client()
                .patch("/apps/" + world.app(0), Map.of("status", "paused")));
        refusedToOthers("DELETE /apps/{app_id}", actor -> actor.is(Actor.Kind.OWNER), (world, actor) -> actor.client()
                .delete("/apps/" + world.app(0)));
        refusedToOthers(
                "POST /apps/{app_id}/approve", actor -> actor.is(Actor.Kind.OWNER), (world, actor) -> actor.client()
                        .post("/apps/" + world.app(0) + "/approve", Map.of()));
        rules.put("POST /apps/{app_id}/key", (world, actor) -> {
            if (!actor.is(Actor.Kind.OWNER) && !ownKey(actor, world.app(0))) {
                actor.client().post("/apps/" + world.app(0) + "/key", Map.of()).expect(actor.refusal());
            }
        });
    }

    private void users() {
        refusedToOthers("POST /users", actor -> actor.is(Actor.Kind.OWNER), (world, actor) -> actor.client()
                .post("/users", Map.of("user_id", "intruder")));
        rules.put("GET /users", (world, actor) -> {
            Reply reply = actor.client().get("/users?limit=1000");
            if (owner(actor, reply)) {
                assertThat(items(reply, "user_id")).containsAll(world.users());
            }
        });
        String grants = "/users/{user_id}/grants/{app_id}";
        rules.put(
                "GET " + grants,
                (world, actor) -> onGrants(world, (user, app) -> {
                    Reply reply = actor.client().get("/users/" + user + "/grants/" + app);
                    if (reply.status() == 404) {
                        assertThat(administers(actor, user)).isTrue();
                    } else {
                        allowed(actor, reply, administers(actor, user));
                    }
                }));
        rules.put(
                "PUT " + grants,
                (world, actor) -> onGrants(world, (user, app) -> {
                    if (!administers(actor, user)) {
                        actor.client()
                                .put("/users/" + user + "/grants/" + app, Map.of("scopes", List.of("hinata:read")))
                                .expect(actor.refusal());
                    }
                }));
        rules.put(
                "DELETE " + grants,
                (world, actor) -> onGrants(world, (user, app) -> {
                    if (!administers(actor, user)) {
                        actor.client()
                                .delete("/users/" + user + "/grants/" + app)
                                .expect(actor.refusal());
                    }
                }));
    }

    private void sessions() {
        rules.put("POST /sessions", (world, actor) -> world.users().forEach(user -> {
            Reply reply = actor.client().post("/sessions", Map.of("user_id", user, "ttl_seconds", 60));
            boolean granted = world.openedSessions.stream()
                    .anyMatch(session -> session.open()
                            && session.userId().equals(user)
                            && session.appId().equals(actor.appId()));
            if (actor.is(Actor.Kind.APP) && granted) {
                assertThat(reply.expect(201).get("user_id").asText()).isEqualTo(user);
            } else {
                reply.expect(actor.refusal());
            }
        }));
        rules.put(
                "GET /sessions/{session_id}",
                (world, actor) -> world.openedSessions.forEach(session -> {
                    Reply reply = actor.client().get("/sessions/" + session.id());
                    concerned(actor, reply, session);
                    if (reply.status() == 200) {
                        assertThat(reply.body().get("user_id").asText()).isEqualTo(session.userId());
                    }
                }));
        rules.put(
                "DELETE /sessions/{session_id}",
                (world, actor) -> world.openedSessions.forEach(session -> {
                    if (!actor.concernedBy(session.userId(), session.appId())) {
                        concerned(actor, actor.client().delete("/sessions/" + session.id()), session);
                    }
                }));
        rules.put(
                "PATCH /sessions/{session_id}/context",
                (world, actor) -> world.openedSessions.forEach(session -> concerned(
                        actor,
                        actor.client().patch("/sessions/" + session.id() + "/context", Map.of("page", 1)),
                        session)));
    }

    private void records() {
        rules.put("POST /hinata", (world, actor) -> {
            if (!actor.is(Actor.Kind.SESSION) || !actor.mayUse(Scope.HINATA_WRITE)) {
                actor.client().post("/hinata", Map.of("records", List.of())).expect(actor.refusal());
            }
        });
        rules.put("DELETE /hinata/{id}", (world, actor) -> world.ids().forEach(id -> {
            if (!actor.mayUse(Scope.HINATA_WRITE)) {
                actor.client().delete("/hinata/" + id).expect(actor.refusal());
            } else if (actor.appId() != null) {
                world.apps().stream().filter(app -> !app.equals(actor.appId())).forEach(app -> actor.client()
                        .delete("/hinata/" + id + "?app_id=" + app)
                        .expect(403));
            }
        }));
        rules.put("PATCH /hinata/{id}", (world, actor) -> world.ids().forEach(id -> {
            if (!actor.mayUse(Scope.HINATA_WRITE)) {
                actor.client()
                        .patch("/hinata/" + id, Map.of("note", "intruder"))
                        .expect(actor.refusal());
            } else if (actor.appId() != null) {
                world.apps().stream().filter(app -> !app.equals(actor.appId())).forEach(app -> actor.client()
                        .patch("/hinata/" + id + "?app_id=" + app, Map.of("note", "intruder"))
                        .expect(403));
            }
        }));
        rules.put("POST /hinata/{id}/restore", (world, actor) -> world.ids().forEach(id -> {
            if (!actor.mayUse(Scope.HINATA_WRITE)) {
                actor.client().post("/hinata/" + id + "/restore", Map.of()).expect(actor.refusal());
            } else if (actor.appId() != null) {
                world.apps().stream().filter(app -> !app.equals(actor.appId())).forEach(app -> actor.client()
                        .post("/hinata/" + id + "/restore?app_id=" + app, Map.of())
                        .expect(403));
            }
        }));
        rules.put("GET /bin", (world, actor) -> {
            Reply reply = actor.client().get("/bin?limit=1000");
            if (allowed(actor, reply, actor.reads())) {
                assertThat(found(reply.body().get("items")))
                        .isEqualTo(world.binned().stream()
                                .filter(record -> actor.sees(record, record.now()))
                                .map(RouteRules::line)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        rules.put("GET /hinata", (world, actor) -> {
            Set<String> all = new TreeSet<>();
            for (Access access : Access.values()) {
                Reply reply = actor.client().get("/hinata?limit=1000&access=" + access.word());
                if (allowed(actor, reply, actor.reads())) {
                    all.addAll(found(reply.body().get("items")));
                }
            }
            if (actor.reads()) {
                assertThat(all).isEqualTo(visible(world, actor));
                assertThat(found(actor.client().get("/hinata?limit=1000").body().get("items")))
                        .isEqualTo(all);
            }
        });
        rules.put("GET /hinata/{id}", (world, actor) -> world.ids().forEach(id -> {
            Reply any = actor.client().get("/hinata/" + id);
            Map<String, ModelRecord> candidates = visible(world, actor, id);
            if (allowedOrMissing(actor, any, actor.reads(), !candidates.isEmpty())) {
                String app = any.body().get("app_id").asText();
                assertThat(candidates).containsKey(app);
                assertThat(app).isEqualTo(candidates.containsKey(actor.appId()) ? actor.appId() : app);
                assertThat(any.body().get("note").asText())
                        .isEqualTo(candidates.get(app).now().note());
            }
            world.apps().forEach(app -> {
                Reply one = actor.client().get("/hinata/" + id + "?app_id=" + app);
                if (allowedOrMissing(actor, one, actor.reads(), candidates.containsKey(app))) {
                    assertThat(one.body().get("note").asText())
                            .isEqualTo(candidates.get(app).now().note());
                }
            });
        }));
        rules.put("GET /hinata/{id}/revisions", (world, actor) -> world.ids()
                .forEach(id -> world.apps().forEach(app -> {
                    Map<String, ModelRecord> candidates = visible(world, actor, id);
                    Reply reply = actor.client().get("/hinata/" + id + "/revisions?app_id=" + app);
                    if (allowedOrMissing(actor, reply, actor.reads(), candidates.containsKey(app))) {
                        ModelRecord record = candidates.get(app);
                        assertThat(reply.body().get("items").findValuesAsText("note"))
                                .isEqualTo(record.before().stream()
                                        .filter(content -> actor.sees(record, content))
                                        .map(Content::note)
                                        .toList());
                    }
                })));
        rules.put(
                "GET /jobs/{job_id}",
                (world, actor) -> world.jobs.forEach(
                        job -> concerned(actor, actor.client().get("/jobs/" + job.id()), job)));
    }

    private void questions() {
        rules.put("POST /personalization/query", (world, actor) -> {
            for (String marker : world.markers) {
                Reply reply = actor.client()
                        .post("/personalization/query", Map.of("question", marker, "limit", 200, "explain", true));
                if (allowed(actor, reply, actor.reads())) {
                    assertThat(visible(world, actor))
                            .containsAll(found(reply.body().get("results")));
                    boolean there = seen(world, actor, marker);
                    assertThat(reply.body().get("results").toString().contains(marker))
                            .isEqualTo(there);
                    assertThat(reply.body().get("results").findValues("explain").stream()
                                    .anyMatch(parts -> parts.has("words")))
                            .as("words of a hidden record find nothing")
                            .isEqualTo(there);
                }
            }
        });
        rules.put("POST /psp", (world, actor) -> {
            Reply reply = actor.client().post("/psp", psp(world));
            if (allowed(actor, reply, actor.mayUse(Scope.PSP_READ, Scope.PSP_BASIC))) {
                Set<String> expected = pspMarkers(world, actor);
                if (actor.mayUse(Scope.PSP_READ)) {
                    assertThat(markers(world, reply.body().get("text"))).isEqualTo(expected);
                    assertThat(markers(world, reply.body())).isEqualTo(expected);
                } else {
                    assertThat(markers(world, reply.body())).isEmpty();
                    assertThat(reply.body().findValuesAsText("evidence")).allMatch(String::isEmpty);
                    assertThat(reply.body().get("text").asText().contains("Has an allergy"))
                            .isEqualTo(!expected.isEmpty());
                }
            }
        });
        rules.put("POST /enhancement", (world, actor) -> {
            for (String marker : world.markers) {
                Reply reply = actor.client()
                        .post("/enhancement", Map.of("question", marker, "token_budget", WHOLE, "limit", 200));
                if (allowed(actor, reply, actor.mayUse(Scope.PSP_READ) && actor.reads())) {
                    assertThat(visible(world, actor))
                            .containsAll(found(reply.body().get("knowledge")));
                    assertThat(reply.body().get("knowledge").toString().contains(marker))
                            .isEqualTo(seen(world, actor, marker));
                    assertThat(pspMarkers(world, actor))
                            .containsAll(markers(world, reply.body().get("personalized_prompt")));
                }
            }
        });
        rules.put(
                "POST /ai/compute",
                (world, actor) -> allowed(
                        actor,
                        actor.client().post("/ai/compute", Map.of("task", "language", "input", "hello")),
                        actor.mayUse(Scope.AI_COMPUTE)));
    }

    private void models() {
        for (String route : List.of("/ai/metrics", "/ai/models", "/v1/models")) {
            rules.put(
                    "GET " + route,
                    (world, actor) -> allowed(actor, actor.client().get(route), actor.mayUse(Scope.AI_COMPUTE)));
        }
        rules.put("GET /v1/models/{model}", (world, actor) -> actor.client()
                .get("/v1/models/none")
                .expect(actor.mayUse(Scope.AI_COMPUTE) ? 404 : actor.refusal()));
        rules.put("POST /v1/embeddings", (world, actor) -> actor.client()
                .post("/v1/embeddings", Map.of("model", "none", "input", "hello"))
                .expect(actor.mayUse(Scope.AI_COMPUTE) ? 404 : actor.refusal()));
        rules.put("PUT /ai/models/default", (world, actor) -> actor.client()
                .put("/ai/models/default", Map.of("model", "none"))
                .expect(actor.is(Actor.Kind.OWNER) ? 404 : actor.refusal()));
        for (String change : List.of("load", "unload")) {
            rules.put("POST /ai/models/{id}/" + change, (world, actor) -> actor.client()
                    .post("/ai/models/none/" + change, Map.of())
                    .expect(actor.is(Actor.Kind.OWNER) ? 404 : actor.refusal()));
        }
    }

    private void safekeeping() {
        rules.put("GET /keys", (world, actor) -> owner(actor, actor.client().get("/keys")));
        java.util.function.Predicate<Actor> owner = actor -> actor.is(Actor.Kind.OWNER);
        refusedToOthers(
                "POST /keys/rotate", owner, (world, actor) -> actor.client().post("/keys/rotate", Map.of()));
        refusedToOthers("PUT /keys/passphrase", owner, (world, actor) -> actor.client()
                .put("/keys/passphrase", Map.of("passphrase", "an intruder's passphrase")));
        refusedToOthers("DELETE /keys/passphrase", owner, (world, actor) -> actor.client()
                .delete("/keys/passphrase"));
        rules.put("POST /users/{user_id}/key", (world, actor) -> {
            if (!owner.test(actor)) {
                world.users().forEach(user -> actor.client()
                        .post("/users/" + user + "/key", Map.of())
                        .expect(actor.refusal()));
            }
        });
        rules.put("GET /audit", (world, actor) -> {
            Reply reply = actor.client().get("/audit?limit=1000");
            if (allowed(actor, reply, owner.test(actor) || actor.is(Actor.Kind.PERSON))) {
                if (actor.is(Actor.Kind.PERSON)) {
                    assertThat(items(reply, "user_id")).containsOnly(actor.userId());
                    assertThat(items(reply, "user_id"))
                            .hasSameSizeAs(reply.body().get("items"));
                }
                assertThat(markers(world, reply.body())).isEmpty();
            }
            world.users().forEach(user -> {
                if (!administers(actor, user)) {
                    actor.client().get("/audit?user_id=" + user).expect(actor.refusal());
                }
            });
        });
        rules.put("POST /audit/verify", (world, actor) -> {
            Reply reply = actor.client().post("/audit/verify", Map.of());
            if (owner(actor, reply)) {
                assertThat(reply.body().get("intact").asBoolean()).isTrue();
            }
        });
    }

    private void memory() {
        rules.put(
                "GET /psp/versions",
                (world, actor) -> allowed(
                        actor, actor.client().get("/psp/versions?limit=1000"), actor.mayUse(Scope.MEMORY_READ)));
        rules.put("POST /psp/rollback", (world, actor) -> {
            if (!actor.mayUse(Scope.MEMORY_WRITE)) {
                actor.client().post("/psp/rollback", Map.of("version", 1)).expect(actor.refusal());
            }
        });
        rules.put("GET /psp/components/{component_id}", (world, actor) -> {
            if (!actor.mayUse(Scope.MEMORY_READ)) {
                actor.client().get("/psp/components/any").expect(actor.refusal());
                return;
            }
            Map<String, ModelRecord> own = new HashMap<>();
            Set<String> ids = new TreeSet<>();
            world.actors.stream().filter(one -> one.is(Actor.Kind.PERSON)).forEach(person -> {
                Map<String, ModelRecord> theirs = world.components(person);
                ids.addAll(theirs.keySet());
                if (person.userId().equals(actor.userId())) {
                    own.putAll(theirs);
                }
            });
            ids.forEach(id -> {
                ModelRecord record = own.get(id);
                Reply reply = actor.client().get("/psp/components/" + id);
                if (allowedOrMissing(actor, reply, true, record != null && actor.pspRestsOn(record))) {
                    assertThat(markers(world, reply.body().get("component")))
                            .isEqualTo(Set.of(record.now().marker()));
                    Set<String> before = markers(world, reply.body().get("history"));
                    assertThat(actor.person() || before.isEmpty()).isTrue();
                    assertThat(record.contents()).extracting(Content::marker).containsAll(before);
                }
            });
        });
    }

    private void upkeep() {
        rules.put("GET /users/{user_id}/export", (world, actor) -> world.users().forEach(user -> {
            Reply reply = actor.client().get("/users/" + user + "/export");
            if (allowed(actor, reply, administers(actor, user))) {
                Set<String> notes = java.util.stream.Stream.concat(world.records().stream(), world.binned().stream())
                        .filter(record -> record.userId().equals(user))
                        .flatMap(record -> record.contents().stream())
                        .map(Content::marker)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(markers(world, reply.body())).isEqualTo(notes);
            }
        }));
        rules.put(
                "POST /users/{user_id}/import", (world, actor) -> world.users().forEach(user -> {
                    if (!administers(actor, user)) {
                        actor.client()
                                .send("POST", "/users/" + user + "/import", "application/x-ndjson", "{}")
                                .expect(actor.refusal());
                    }
                }));
        rules.put("DELETE /users/{user_id}", (world, actor) -> world.users().forEach(user -> {
            if (!administers(actor, user)) {
                actor.client().delete("/users/" + user).expect(actor.refusal());
            }
        }));
        java.util.function.Predicate<Actor> owner = actor -> actor.is(Actor.Kind.OWNER);
        for (String file : List.of("/backup", "/restore")) {
            refusedToOthers("POST " + file, owner, (world, actor) -> actor.client()
                    .post(file, Map.of("file", "/nowhere/backup")));
        }
        for (String all : List.of("/compact", "/verify")) {
            refusedToOthers(
                    "POST " + all, owner, (world, actor) -> actor.client().post(all, Map.of()));
        }
    }

    private void events() {
        rules.put("POST /messages", (world, actor) -> {
            Map<String, Object> message = Map.of("topic", "model.world", "payload", 1);
            boolean may = actor.is(Actor.Kind.SESSION) && actor.mayUse(Scope.MESSAGES_WRITE);
            actor.client().post("/messages", message).expect(may ? 422 : actor.refusal());
        });
        rules.put("GET /events", (world, actor) -> {
            try (EventReader reader = EventReader.connect(actor.client(), "0", 0)) {
                boolean may = actor.is(Actor.Kind.APP) || actor.mayUse(Scope.EVENTS_READ);
                assertThat(reader.status()).isEqualTo(may ? 200 : actor.refusal());
                if (may) {
                    reader.start();
                    EventReader.Told told = reader.next(150);
                    while (told != null) {
                        told(world, actor, told);
                        told = reader.next(30);
                    }
                }
            }
        });
    }

    private static void told(World world, Actor actor, EventReader.Told told) {
        JsonNode event = told.data();
        String user = event.path("user_id").asText(null);
        if (actor.person()) {
            assertThat(user == null && actor.is(Actor.Kind.OWNER)
                            || actor.userId().equals(user))
                    .as(told.topic() + " of " + user)
                    .isTrue();
            return;
        }
        String app = event.path("app_id").asText(actor.appId());
        assertThat(app).as(told.topic()).isEqualTo(actor.appId());
        if (user == null) {
            return;
        }
        Actor session = world.session(user, actor.appId());
        assertThat(session.mayUse(Scope.EVENTS_READ))
                .as(told.topic() + " of " + user)
                .isTrue();
        assertThat(actor.is(Actor.Kind.APP) || actor.userId().equals(user)).isTrue();
        event.path("payload").path("records").forEach(record -> assertThat(world.written)
                .as("a record that was told of")
                .anyMatch(
                        one -> one.record().appId().equals(record.get("app_id").asText())
                                && one.record().id().equals(record.get("id").asText())
                                && session.sees(one.record(), one.content())));
    }

    private static Map<String, Object> psp(World world) {
        Map<String, Object> request = new HashMap<>(Map.of("token_budget", WHOLE));
        if (!world.markers.isEmpty()) {
            request.put("question", String.join(" ", world.markers));
        }
        return request;
    }

    private interface Attempt {
        Reply by(World world, Actor actor);
    }

    private interface OnGrant {
        void check(String user, String app);
    }

    private void refusedToOthers(String route, java.util.function.Predicate<Actor> may, Attempt attempt) {
        rules.put(route, (world, actor) -> {
            if (!may.test(actor)) {
                attempt.by(world, actor).expect(actor.refusal());
            }
        });
    }

    private static void onGrants(World world, OnGrant check) {
        world.users().forEach(user -> world.apps().forEach(app -> check.check(user, app)));
    }

    private static boolean administers(Actor actor, String user) {
        return actor.is(Actor.Kind.OWNER)
                || actor.is(Actor.Kind.PERSON) && actor.userId().equals(user);
    }

    private static boolean ownKey(Actor actor, String app) {
        return actor.is(Actor.Kind.APP) && actor.appId().equals(app);
    }

    private static boolean owner(Actor actor, Reply reply) {
        return allowed(actor, reply, actor.is(Actor.Kind.OWNER));
    }

    private static boolean allowed(Actor actor, Reply reply, boolean allowed) {
        reply.expect(allowed ? 200 : actor.refusal());
        return allowed;
    }

    private static boolean allowedOrMissing(Actor actor, Reply reply, boolean allowed, boolean there) {
        reply.expect(!allowed ? actor.refusal() : there ? 200 : 404);
        return allowed && there;
    }

    /** What is another's cannot be told from what is not there. */
    private static void concerned(Actor actor, Reply reply, World.Owned thing) {
        if (actor.is(Actor.Kind.NOBODY) || actor.revoked()) {
            reply.expect(actor.refusal());
        } else {
            reply.expect(thing.open() && actor.concernedBy(thing.userId(), thing.appId()) ? 200 : 404);
        }
    }

    private static boolean seen(World world, Actor actor, String marker) {
        return world.records().stream()
                .anyMatch(record -> record.now().marker().equals(marker) && actor.sees(record, record.now()));
    }

    private static Set<String> visible(World world, Actor actor) {
        return world.records().stream()
                .filter(record -> actor.sees(record, record.now()))
                .map(RouteRules::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, ModelRecord> visible(World world, Actor actor, String id) {
        return world.records().stream()
                .filter(record -> record.id().equals(id) && actor.reads() && actor.sees(record, record.now()))
                .collect(Collectors.toMap(ModelRecord::appId, record -> record));
    }

    private static String line(ModelRecord record) {
        return record.appId() + ' ' + record.id() + ' ' + record.now().note();
    }

    private static Set<String> pspMarkers(World world, Actor actor) {
        return world.records().stream()
                .filter(actor::pspRestsOn)
                .map(record -> record.now().marker())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> markers(World world, JsonNode text) {
        return world.markers.stream()
                .filter(marker -> text.toString().contains(marker))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(JsonNode records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> record.get("app_id").asText()
                        + ' '
                        + record.get("id").asText()
                        + ' '
                        + record.get("note").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> items(Reply reply, String member) {
        return reply.body().get("items").findValuesAsText(member);
    }
}
