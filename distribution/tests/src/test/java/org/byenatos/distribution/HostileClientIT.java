package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends: it is refused as it should be, and the core still answers the next one at once. */
class HostileClientIT {

    private static final List<String> PATHS = List.of(
            "/api/v1/status",
            "/api/v1/hinata",
            "/health/live",
            "/health/ready",
            "/system/console/bundles",
            "/system/console/res/ui/admin.css",
            "/v1/models",
            "/mcp",
            "/nothing");

    @TempDir
    static Path home;

    private static CoreProcess core;
    private static Client owner;
    private static Client app;
    private static String host;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve("conf")).resolve("connections.json"),
                "{\"org.byenatos.gateway.http\": {\"head.seconds:Integer\": 3}}");
        core = CoreProcess.start(home);
        owner = core.owner();
        app = owner.session("hostile", "hinata:write", "hinata:read", "psp:read", "ai:compute");
        host = "Host: " + core.address().getAuthority();
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    /** A slow machine with much else to do needs a second or two for this; a core with its hands full far more. */
    @AfterEach
    void stillAnswers() {
        long before = System.nanoTime();
        answers();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private static void answers() {
        owner.post("/psp", Map.of()).expect(200);
        app.as(null).get("/status").expect(200);
    }

    /** Begins some requests and does not go on with them. */
    private interface Attack {
        List<SlowClient> begin() throws IOException;
    }

    /**
     * Others are answered while slow clients are there, and before the first of them is ended for being slow: who waited for
     * that would come later, however fast the machine is. One that was held up itself gets another try.
     */
    private static List<SlowClient> answersMeanwhile(Attack attack) throws IOException {
        List<SlowClient> slow = attack.begin();
        answers();
        for (int tries = 1; tries < 5 && oneIsEnded(slow); tries++) {
            slow.forEach(SlowClient::close);
            slow = attack.begin();
            answers();
        }
        assertThat(oneIsEnded(slow))
                .as("a slow client was ended before others were answered")
                .isFalse();
        return slow;
    }

    /** To be told to come again later is another thing. */
    private static boolean oneIsEnded(List<SlowClient> slow) {
        return slow.stream().anyMatch(client -> client.isEnded() && client.status() != 503);
    }

    @Test
    void reboundNamesAreRefusedOnEveryPath() throws IOException {
        for (String path : PATHS) {
            for (String name : List.of("evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "0.0.0.0")) {
                assertThat(RawHttp.status(core.address().resolve(path), "Host: " + name + ":" + core.port()))
                        .as(path + " as " + name)
                        .isIn(400, 403);
            }
            assertThat(RawHttp.send(core.address(), "GET " + path + " HTTP/1.0\r\n\r\n")
                            .status())
                    .as("no name at all")
                    .isEqualTo(403);
        }
        assertThat(RawHttp.send(
                                core.address(),
                                "GET http://evil.example/api/v1/status HTTP/1.1\r\n" + host + "\r\n\r\n")
                        .status())
                .isIn(400, 403);
        assertThat(RawHttp.status(core.address().resolve("/api/v1/status"), host, "Host: evil.example"))
                .isEqualTo(400);
    }

    @Test
    void otherSitesAreRefusedOnEveryPath() throws IOException {
        for (String path : PATHS) {
            URI uri = core.address().resolve(path);
            for (String header : List.of(
                    "Origin: https://evil.example",
                    "Origin: null",
                    "Origin: http://127.0.0.1:1",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-site")) {
                assertThat(RawHttp.status(uri, host, header))
                        .as(path + " " + header)
                        .isEqualTo(403);
            }
            assertThat(RawHttp.send(
                                    uri,
                                    "OPTIONS " + path + " HTTP/1.1\r\n" + host
                                            + "\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST"
                                            + "\r\nConnection: close\r\n\r\n")
                            .text())
                    .startsWith("HTTP/1.1 403")
                    .doesNotContainIgnoringCase("Access-Control-Allow");
        }
    }

    @Test
    void pagesMayUseOnlyTheAppsThatNameTheirSite() throws Exception {
        String page = "https://pages.example";
        JsonNode app = owner.post(
                        "/apps",
                        Map.of(
                                "name",
                                "pages",
                                "version",
                                "1",
                                "scopes",
                                List.of("hinata:write"),
                                "origins",
                                List.of(page)))
                .expect(201);
        URI sessions = core.address().resolve("/api/v1/sessions");
        assertThat(RawHttp.send(
                                sessions,
                                "OPTIONS /api/v1/sessions HTTP/1.1\r\n" + host + "\r\nOrigin: " + page
                                        + "\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n")
                        .text())
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Origin: " + page, "Access-Control-Allow-Headers: Authorization");
        assertThat(asPage(page, app.get("api_key").asText()))
                .startsWith("HTTP/1.1 201")
                .contains("Allow-Origin: " + page);
        assertThat(asPage("https://pages.example.evil", app.get("api_key").asText()))
                .startsWith("HTTP/1.1 403");
        assertThat(asPage(page, apiKeyOfAnotherApp()))
                .startsWith("HTTP/1.1 403")
                .contains("among their origins");
        assertThat(asPage(page, owner.token())).startsWith("HTTP/1.1 403");
        assertThat(RawHttp.status(core.address().resolve("/system/console"), host, "Origin: " + page))
                .isEqualTo(403);
    }

    private String asPage(String page, String token) throws IOException {
        return RawHttp.send(
                        core.address().resolve("/api/v1/sessions"),
                        "POST /api/v1/sessions HTTP/1.1\r\n" + host + "\r\nOrigin: " + page
                                + "\r\nSec-Fetch-Site: cross-site\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                .text();
    }

    private String apiKeyOfAnotherApp() {
        return owner.post("/apps", Map.of("name", "no pages", "version", "1", "scopes", List.of("hinata:write")))
                .expect(201)
                .get("api_key")
                .asText();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : PATHS) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().map())
                    .as(path)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsKey("content-security-policy")
                    .doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
        }
        assertThat(get("/api/v1/hinata").headers().firstValue("cache-control")).hasValue("no-store");
    }

    @Test
    void largeRequestsAreRefused() throws IOException {
        URI psp = core.address().resolve("/api/v1/psp");
        String start = "POST /api/v1/psp HTTP/1.1\r\n" + host + "\r\n";
        assertThat(RawHttp.status(psp, host, "X-Large: " + "x".repeat(64 * 1024)))
                .isEqualTo(431);
        assertThat(RawHttp.status(psp, host, "X-Many: 1\r\n".repeat(20_000) + "X-Last: 1"))
                .isEqualTo(431);
        assertThat(RawHttp.send(psp, "GET /api/v1/" + "x".repeat(64 * 1024) + " HTTP/1.1\r\n" + host + "\r\n\r\n")
                        .status())
                .isEqualTo(414);
        assertThat(RawHttp.send(
                                psp,
                                start + auth()
                                        + "Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n{\"question\":\""
                                        + "x".repeat(8_999_900))
                        .status())
                .isEqualTo(413);
        String chunk = "fffff\r\n" + "x".repeat(0xfffff) + "\r\n";
        assertThat(RawHttp.send(
                                psp,
                                start + auth()
                                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nd\r\n{\"question\":\"\r\n"
                                        + chunk.repeat(9))
                        .status())
                .isEqualTo(413);
        assertThat(RawHttp.send(psp, start + "Content-Length: 99999999999999999999999\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aConnectionOutlivesARefusedBody() throws IOException {
        String body = "{\"question\":{\"a\":[".repeat(100_000);
        String refused = "POST /api/v1/psp HTTP/1.1\r\n" + host + "\r\n" + auth()
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        String next = "GET /api/v1/status HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";

        assertThat(RawHttp.send(core.address(), refused + next).text())
                .startsWith("HTTP/1.1 400")
                .contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"question\":{\"a\":["})
    void deepNestingIsRefused(String open) {
        for (int depth : new int[] {1_001, 100_000}) {
            for (String path :
                    List.of("/psp", "/hinata", "/personalization/query", "/ai/compute", "/apps", "/sessions")) {
                assertThat(app.send("POST", path, "application/json", open.repeat(depth))
                                .status())
                        .as(path)
                        .isIn(400, 422);
            }
        }
    }

    @Test
    void hugeNumbersAreRefused() {
        for (String number : List.of("1e999999999", "9".repeat(2_000), "1" + "0".repeat(900))) {
            for (String member : List.of("limit", "min_score", "token_budget")) {
                String body = "{\"question\":\"x\",\"" + member + "\":" + number + "}";
                assertThat(app.send("POST", "/personalization/query", "application/json", body)
                                .status())
                        .isIn(400, 422);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "\"x\"",
                "{\"question\":\"x\"}{}",
                "{\"question\":\"x\",\"question\":\"y\"}",
                "{'question':'x'}",
                "{\"question\":\"\ud800\"}x",
                "\u0000",
                "NaN",
                "{\"question\":NaN}"
            })
    void malformedJsonIsRefused(String body) {
        assertThat(app.send("POST", "/personalization/query", "application/json", body)
                        .status())
                .isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/status HTTP/9.9\r\nHOST\r\n\r\n",
                "G\u0001T /api/v1/status HTTP/1.1\r\nHOST\r\n\r\n",
                "GET /api/v1/status HTTP/1.1\r\nHOST\r\nX: a\r\n b\r\n\r\n",
                "GET /api/v1/status HTTP/1.1\r\nHOST\r\nX : a\r\n\r\n",
                "GET /api/v1/status HTTP/1.1\r\nHOST\r\nno colon\r\n\r\n",
                "GET /api/v1/status HTTP/1.1\r\nHOST\r\nX: a\u0000b\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/status HTTP/1.1\r\nHOST\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n123456",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nContent-Length: +5\r\n\r\n12345",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /api/v1/%2e%2e/%2e%2e/system/console HTTP/1.1\r\nHOST\r\n\r\n",
                "GET /api/v1/..;/..;/system/console HTTP/1.1\r\nHOST\r\n\r\n",
                "GET /api/v1/%00 HTTP/1.1\r\nHOST\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHOST\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void malformedAndSmuggledRequestsAreRefused(String request) throws IOException {
        RawHttp.Answer answer = RawHttp.send(core.address(), request.replace("HOST", host));

        assertThat(answer.status()).as(answer.text()).matches(status -> status == RawHttp.CLOSED || status >= 400);
        assertThat(answer.count()).as("one answer at most").isLessThanOrEqualTo(1);
    }

    /** RFC 9112 (2.2) lets a server take a bare line feed for a line's end; what follows must not become a second request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/psp HTTP/1.1\nHOST\nContent-Length: 44\nConnection: close\n\nGET /api/v1/status HTTP/1.1\r\nHost: 127.0.0.1\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nX: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /api/v1/status HTTP/1.1\r\nHOST\r\n\r\n",
                "POST /api/v1/psp HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\nhello0\n\nGET /api/v1/status HTTP/1.1\r\nHOST\r\n\r\n"
            })
    void bareLineFeedsSmuggleNothing(String request) throws IOException {
        RawHttp.Answer answer = RawHttp.send(core.address(), request.replace("HOST", host));

        assertThat(answer.status()).as(answer.text()).matches(status -> status == RawHttp.CLOSED || status >= 400);
        assertThat(answer.count()).isLessThanOrEqualTo(1);
    }

    @Test
    void aRepeatedCreationIsAnsweredOnceAndForItsCallerOnly() {
        String body = "{\"app_id\":\"replayed\",\"name\":\"R\",\"version\":\"1\",\"scopes\":[]}";
        JsonNode first = owner.repeatable("one", "/apps", body).expect(201);
        JsonNode again = owner.repeatable("one", "/apps", body).expect(201);

        assertThat(again).isEqualTo(first);
        owner.repeatable("two", "/apps", body).expect(409);
        assertThat(owner.as(null).repeatable("one", "/apps", body).status())
                .as("the key of another caller")
                .isEqualTo(409);
        assertThat(owner.repeatable("one", "/users", "{\"user_id\":\"replay\"}")
                        .expect(201)
                        .get("user_id")
                        .asText())
                .as("the key for another call")
                .isEqualTo("replay");
    }

    @Test
    void guessesAreSlowedAndKeepNobodyOut() {
        List<Integer> answers = new ArrayList<>();
        Client.Reply last = null;
        for (int i = 0; i < 60; i++) {
            last = owner.as("byo_guess" + i).get("/apps");
            answers.add(last.status());
        }
        assertThat(answers).containsOnly(401, 429);
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.headers().get("retry-after").get(0))).isPositive();

        owner.get("/apps").expect(200);
        owner.session("during-guesses", "psp:read").post("/psp", Map.of()).expect(200);
    }

    @Test
    void consolePasswordsAreGuessedOneAtATime() throws Exception {
        List<java.util.concurrent.CompletableFuture<HttpResponse<Void>>> guesses = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 60; i++) {
            HttpRequest guess = HttpRequest.newBuilder(core.address().resolve("/system/console/bundles"))
                    .header("Authorization", "Basic YWRtaW46Z3Vlc3M=")
                    .build();
            guesses.add(client.sendAsync(guess, HttpResponse.BodyHandlers.discarding()));
        }
        stillAnswers();
        assertThat(guesses)
                .extracting(guess -> guess.get().statusCode())
                .containsOnly(401, 429)
                .contains(401);
    }

    @Test
    void manySlowHeadsAreEndedAndKeepNobodyOut() throws Exception {
        endsAll(answersMeanwhile(() -> begin(200, "GET /api/v1/status HTTP/1.1\r\n")), "X: y\r\n", RawHttp.CLOSED, 408);
    }

    @Test
    void manySlowBodiesAreEndedAndKeepNobodyOut() throws Exception {
        String head = "POST /api/v1/psp HTTP/1.1\r\n" + host + "\r\n" + auth()
                + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";
        endsAll(answersMeanwhile(() -> begin(100, head)), " ", RawHttp.CLOSED, 400, 408, 503);
    }

    private static List<SlowClient> begin(int clients, String beginning) throws IOException {
        List<SlowClient> slow = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            slow.add(new SlowClient(core.address(), beginning));
        }
        return slow;
    }

    /** Sends each some more every now and then, which does not keep it from being ended. */
    private void endsAll(List<SlowClient> slow, String more, Integer... statuses) throws Exception {
        Await.until("all are ended", () -> {
            slow.forEach(client -> client.goOn(more));
            stillAnswers();
            Thread.sleep(500);
            return slow.stream().allMatch(SlowClient::isEnded);
        });
        assertThat(slow).extracting(SlowClient::status).isSubsetOf(statuses);
        slow.forEach(SlowClient::close);
    }

    @Test
    void moreConnectionsThanThereMayBeAreNotServedForEver() throws Exception {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            idle.add(RawHttp.open(core.address()));
        }
        stillAnswers();
        for (Socket socket : idle) {
            socket.close();
        }
    }

    private static String auth() {
        return "Authorization: Bearer " + app.token() + "\r\n";
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(core.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
