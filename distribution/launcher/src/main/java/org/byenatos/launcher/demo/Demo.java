package org.byenatos.launcher.demo;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.byenatos.launcher.trial.Api;
import org.byenatos.launcher.trial.Connections;
import org.byenatos.launcher.trial.Figures;
import org.byenatos.launcher.trial.TrialCore;
import org.byenatos.launcher.trial.TrialFailure;

/** Starts a core of its own, lives three months of a person's life through it, asks it, and shows what came back. */
public final class Demo {

    private static final List<String> APPS = List.of("reader", "browser", "notes", "chat", "calendar");
    private static final List<Integer> BUDGETS = List.of(300, 1200);

    private final Path records;
    private final TrialCore core;
    private final PrintStream out;
    private final Figures figures = new Figures();

    private Demo(Path records, TrialCore core, PrintStream out) {
        this.records = records;
        this.core = core;
        this.out = out;
    }

    /**
     * Runs the demo on a free home and port; the core goes on running when it has ended.
     *
     * @param distribution the folder of the distribution
     * @return the exit status: 0 if the main job worked
     */
    public static int run(Path distribution) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Files.createTempDirectory("byenatos-demo-");
        TrialCore core = TrialCore.onFreePort(distribution, home);
        try {
            new Demo(distribution.resolve("conf").resolve("demo"), core, out).show();
            return 0;
        } catch (TrialFailure failure) {
            out.println("\nThe demo failed: " + failure.reason());
            out.println("The log is " + home.resolve("logs"));
            return 1;
        }
    }

    private void show() throws IOException {
        start();
        Api owner = new Api(new Connections(core.address()), core.ownerToken());
        submit(owner);
        Api assistant = session(owner, "assistant", List.of("hinata:read", "psp:read", "ai:compute"));
        ask(assistant);
        BUDGETS.forEach(budget -> psp(assistant, budget));
        enhance(assistant);
        compute(assistant);
        figures.text("resident memory after all this", memory(), "< 200 MB");
        heading("What it took, beside what is promised");
        figures.print(out);
        farewell();
    }

    private void start() {
        heading("1. Start a core of its own in " + core.home());
        figures.millis("start to first answered call, first start of this home", core.start(), "< 3000 ms");
        core.stop();
        figures.millis("start to first answered call, warm", core.start(), "< 3000 ms");
        out.println("ready at " + core.address());
    }

    private void submit(Api owner) throws IOException {
        heading("2. Five apps hand in what a person highlighted and noted in three months");
        int count = 0;
        long begin = System.nanoTime();
        for (String app : APPS) {
            Api session = session(owner, app, List.of("hinata:write", "hinata:read:own"));
            String lines = Files.readString(records.resolve(app + ".jsonl"));
            Map<String, Object> receipt = session.postLines("/hinata?wait=enriched", lines);
            out.printf(
                    "%-10s %s records stored, %s refused%n", app, receipt.get("accepted"), size(receipt, "rejected"));
            count += (int) number(receipt, "accepted");
        }
        figures.millis(count + " records: stored, enriched and learnt from", millisSince(begin), "1000 records/s");
    }

    private void ask(Api assistant) throws IOException {
        heading("3. An assistant asks, in two languages");
        List<Double> took = new ArrayList<>();
        for (String line : Files.readAllLines(records.resolve("questions.jsonl"))) {
            String question = (String) JSON.std.mapFrom(line).get("question");
            out.println("\n? " + question);
            long begin = System.nanoTime();
            Map<String, Object> answer =
                    assistant.post("/personalization/query", Map.of("question", question, "limit", 3));
            took.add(millisSince(begin));
            list(answer, "results").forEach(this::printHit);
        }
        figures.millis("first question", took.get(0), "< 50 ms (mean of API calls)");
        figures.millis(
                "questions after the first, mean",
                took.stream().skip(1).mapToDouble(Double::doubleValue).average().orElse(0),
                "< 50 ms");
    }

    private void psp(Api assistant, int budget) {
        heading("4. The personal system prompt in " + budget + " tokens");
        long begin = System.nanoTime();
        Map<String, Object> psp = assistant.post("/psp", Map.of("token_budget", budget));
        figures.millis("PSP of " + psp.get("tokens") + " tokens, budget " + budget, millisSince(begin), "< 200 ms");
        out.println(psp.get("text"));
        out.println("\n(" + psp.get("tokens") + " of " + budget + " tokens; the first statements and their evidence:)");
        list(psp, "components").stream()
                .limit(3)
                .forEach(part -> out.println("  " + part.get("evidence") + " " + shortened(text(part, "text"))));
    }

    private void enhance(Api assistant) {
        long begin = System.nanoTime();
        Map<String, Object> both = assistant.post(
                "/enhancement", Map.of("question", "What should I eat before a long run?", "token_budget", 800));
        figures.millis("PSP and knowledge, " + both.get("tokens") + " tokens", millisSince(begin), "< 200 ms");
    }

    private void compute(Api assistant) {
        long begin = System.nanoTime();
        assistant.post("/ai/compute", Map.of("task", "keyphrases", "input", "我下个月要跑半程马拉松，所以现在每周训练四次。"));
        figures.millis("local AI: key phrases of a sentence", millisSince(begin), "< 100 ms");
    }

    private Api session(Api owner, String app, List<String> scopes) {
        Map<String, Object> registered = owner.post(
                "/apps", Map.of("app_id", "demo." + app, "name", "Demo " + app, "version", "1", "scopes", scopes));
        Map<String, Object> session = owner.as(text(registered, "api_key")).post("/sessions", Map.of());
        return owner.as(text(session, "token"));
    }

    private void printHit(Map<String, Object> hit) {
        String who = hit.get("author") == null ? "" : hit.get("author") + ": ";
        String text = hit.get("highlight") + " " + hit.get("note");
        out.printf(
                "  %.2f  %-6s %s  %s%s%n",
                number(hit, "score"), hit.get("id"), text(hit, "timestamp").substring(0, 10), who, shortened(text));
    }

    private void farewell() {
        Path secrets = core.home().resolve("data").resolve("secrets");
        heading("The core goes on running");
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "console",
                core.address() + "/system/console  (user admin, password in " + secrets.resolve("console.password")
                        + ")");
        lines.put("health", core.address() + "/health/ready");
        lines.put(
                "ask more",
                "curl -s " + core.address() + "/api/v1/personalization/query -H \"Authorization: Bearer $(cat "
                        + secrets.resolve("owner.token") + ")\" -H 'Content-Type: application/json'"
                        + " -d '{\"question\": \"Where does my sister live?\", \"limit\": 3}'");
        lines.put("stop", core.command() + " stop --home " + core.home());
        lines.forEach((name, value) -> out.printf("%-9s %s%n", name, value));
    }

    private String memory() {
        long mebibytes = core.residentMebibytes();
        return mebibytes < 0 ? "not told here" : mebibytes + " MB";
    }

    private void heading(String text) {
        out.println("\n== " + text + "\n");
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 110 ? line : line.substring(0, 107) + "...";
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String text(Map<String, Object> answer, String member) {
        return String.valueOf(answer.get(member));
    }

    private static double number(Map<String, Object> answer, String member) {
        if (answer.get(member) instanceof Number number) {
            return number.doubleValue();
        }
        throw new TrialFailure("The answer has no number " + member + ".");
    }

    private static int size(Map<String, Object> answer, String member) {
        return list(answer, member).size();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> answer, String member) {
        return (List<Map<String, Object>>) answer.getOrDefault(member, List.of());
    }
}
