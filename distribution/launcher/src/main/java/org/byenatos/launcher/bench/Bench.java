package org.byenatos.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.byenatos.launcher.trial.Api;
import org.byenatos.launcher.trial.Connections;
import org.byenatos.launcher.trial.Figures;
import org.byenatos.launcher.trial.Latencies;
import org.byenatos.launcher.trial.Load;
import org.byenatos.launcher.trial.TrialCore;
import org.byenatos.launcher.trial.TrialFailure;

/**
 * Starts a core of its own, fills it, and measures what the product promises, as an app on the same machine sees it. The
 * client takes its share of the processors, so the core alone is faster.
 */
public final class Bench {

    private static final int BATCH = 500;
    private static final int WARM_UP = 1000;
    private static final int CALLS = 2000;
    private static final int COSTLY_CALLS = 500;
    private static final int CLIENTS = 8;
    private static final Map<String, Object> ALL_SCOPES = Map.of(
            "app_id",
            "bench",
            "name",
            "Benchmark",
            "version",
            "1",
            "scopes",
            List.of("hinata:write", "hinata:read:own", "psp:read", "ai:compute"),
            "requests_per_minute",
            10_000_000);

    private final TrialCore core;
    private final BenchTexts texts;
    private final int records;
    private final PrintStream out;
    private final Figures figures = new Figures();

    private Bench(TrialCore core, BenchTexts texts, int records, PrintStream out) {
        this.core = core;
        this.texts = texts;
        this.records = records;
        this.out = out;
    }

    /**
     * Measures on a free home and port, which are gone when it has ended.
     *
     * @param distribution the folder of the distribution
     * @param records how many records the core holds
     * @return the exit status: 0 if everything could be measured
     */
    public static int run(Path distribution, int records) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Files.createTempDirectory("byenatos-bench-");
        TrialCore core = TrialCore.onFreePort(distribution, home);
        BenchTexts texts = BenchTexts.of(distribution.resolve("conf").resolve("demo"));
        try {
            new Bench(core, texts, records, out).measure();
            return 0;
        } catch (TrialFailure failure) {
            out.println("\nThe benchmark failed: " + failure.reason());
            return 1;
        } finally {
            core.stopAndDelete();
        }
    }

    private void measure() {
        out.printf("A core with %,d records on %s%n", records, core.home());
        start();
        Api owner = new Api(new Connections(core.address()), core.ownerToken());
        Map<String, Object> opened = open(owner);
        Api session = owner.as(String.valueOf(opened.get("token")));
        admit(session, String.valueOf(opened.get("session_id")));
        submit(session);
        submitSingly(session);
        ask(session);
        prompt(session);
        compute(session);
        figures.text("resident memory after all this", core.residentMebibytes() + " MB", "< 150 MB (limit 200)");
        restart(session);
        out.println();
        figures.print(out);
    }

    private void start() {
        step("start");
        figures.millis("start to first answered call, first start", core.start(), "limit 3000 ms");
        core.stop();
        figures.millis("start to first answered call, warm", core.start(), "< 1000 ms (limit 3000)");
        figures.text("resident memory when ready", core.residentMebibytes() + " MB", "");
    }

    private static Map<String, Object> open(Api owner) {
        Map<String, Object> app = owner.post("/apps", ALL_SCOPES);
        return owner.as(String.valueOf(app.get("api_key"))).post("/sessions", Map.of());
    }

    /** What the door costs: a call that looks at one session, beside one that anybody may make and nobody notes. */
    private void admit(Api session, String id) {
        step("authorise and audit");
        Latencies open = measured(CALLS, i -> session.get("/status"));
        Latencies admitted = measured(CALLS, i -> session.get("/sessions/" + id));
        figures.latencies("GET /status, open", open, "");
        figures.latencies("GET /sessions/{id}, authorised and audited", admitted, "mean < 0.3 ms more");
        figures.text(
                "authorisation and audit, mean",
                String.format(Locale.ROOT, "%.2f ms", Math.max(0, admitted.mean() - open.mean())),
                "< 0.3 ms");
    }

    private void submit(Api session) {
        step("submit " + records + " records in batches of " + BATCH);
        long begin = System.nanoTime();
        double seconds = 0;
        String job = "";
        for (int from = 0; from < records; from += BATCH) {
            String batch = batch(from);
            long sent = System.nanoTime();
            job = String.valueOf(session.postJson("/hinata", batch).get("job_id"));
            seconds += secondsSince(sent);
        }
        figures.rate("durable submit, batches of " + BATCH, records / seconds, ">= 5,000/s");
        step("enrichment");
        awaitDone(session, job);
        figures.rate("stored and enriched", records / secondsSince(begin), ">= 1,000/s");
    }

    /** Made before the clock runs: how long a client takes to make records up is not the core's. */
    private String batch(int from) {
        List<Map<String, Object>> batch = IntStream.range(from, Math.min(records, from + BATCH))
                .mapToObj(texts::record)
                .toList();
        return Api.json(Map.of("records", batch));
    }

    private static void awaitDone(Api session, String job) {
        while (!"done".equals(session.get("/jobs/" + job).get("state"))) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrialFailure("Interrupted.");
            }
        }
    }

    private void submitSingly(Api session) {
        step("submit one by one");
        Latencies singly = new Load(1, COSTLY_CALLS)
                .run(i -> session.post("/hinata", Map.of("records", List.of(texts.record(records + i)))))
                .latencies();
        figures.latencies("durable submit of one record", singly, "p50 < 3 ms");
    }

    private void ask(Api session) {
        step("read and ask");
        figures.latencies(
                "GET /hinata/{id}",
                measured(CALLS, i -> session.get("/hinata/bench-" + Math.floorMod(i * 7919, records))),
                "p99 < 10 ms (limit: mean 50)");
        IntConsumer question =
                i -> session.post("/personalization/query", Map.of("question", texts.question(i), "limit", 10));
        figures.latencies("personalization_query, one client", measured(CALLS, question), "p50 < 2 ms, p99 < 10 ms");
        Load.Outcome many = new Load(CLIENTS, 2 * CALLS).run(question);
        figures.rate("personalization_query, 8 clients", many.perSecond(), "1,000/s");
        figures.latencies("", many.latencies(), "");
    }

    private void prompt(Api session) {
        step("personal system prompts");
        figures.latencies(
                "psp_data_request, 800 tokens",
                measured(COSTLY_CALLS, i -> session.post("/psp", Map.of("question", texts.question(i)))),
                "p99 < 20 ms (limit 200)");
        figures.latencies(
                "enhancement, 800 tokens",
                measured(
                        COSTLY_CALLS,
                        i -> session.post("/enhancement", Map.of("question", texts.question(i), "token_budget", 800))),
                "p99 < 20 ms (limit 200)");
    }

    private void compute(Api session) {
        step("local AI");
        String text = texts.text(48);
        for (String task : List.of("embed", "keyphrases", "summarize")) {
            try {
                figures.latencies(
                        "local_ai_compute, " + task + ", 64 tokens",
                        measured(
                                COSTLY_CALLS,
                                i -> session.post("/ai/compute", Map.of("task", task, "input", text + " " + i))),
                        "p99 < 5 ms (limit 100)");
            } catch (TrialFailure notThere) {
                figures.text("local_ai_compute, " + task, "not measured", notThere.reason());
            }
        }
    }

    private void restart(Api session) {
        step("restart");
        core.stop();
        figures.millis("start to first answered call, with these records", core.start(), "< 1000 ms (limit 3000)");
        long begin = System.nanoTime();
        session.post("/personalization/query", Map.of("question", texts.question(1), "limit", 10));
        figures.millis("first query after it", secondsSince(begin) * 1000, "< 500 ms at 100,000 records");
    }

    /** The times of calls after as many that are not counted, or fewer. */
    private static Latencies measured(int calls, IntConsumer call) {
        new Load(1, Math.min(calls, WARM_UP)).run(call);
        return new Load(1, calls).run(call).latencies();
    }

    private void step(String what) {
        out.println("· " + what);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
