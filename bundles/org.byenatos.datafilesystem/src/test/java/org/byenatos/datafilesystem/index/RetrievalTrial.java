package org.byenatos.datafilesystem.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.index.rank.Weights;

/**
 * Asks the questions of sets of questions to an index over their records, and says how much of what they need is found.
 * A set is a folder with {@code records.jsonl.gz} and {@code questions.jsonl.gz}; a program and not a test, as the sets are
 * not part of the project.
 */
final class RetrievalTrial {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT = 50;

    private final Embedder embedder;
    private final Weights weights;

    RetrievalTrial(Embedder embedder, Weights weights) {
        this.embedder = embedder;
        this.weights = weights;
    }

    /**
     * @param records a folder whose records are searched
     * @param questions a folder whose questions are asked
     * @param paragraphs whether the sentences of a paragraph are one record
     */
    String run(Path records, Path questions, boolean paragraphs) throws IOException {
        Map<String, IndexFixture> users = new LinkedHashMap<>();
        try {
            fill(users, records, paragraphs);
            Map<String, Sums> sums = new TreeMap<>();
            for (JsonNode question : lines(questions.resolve("questions.jsonl.gz"))) {
                ask(users.get(question.get("user").asText()), question, paragraphs, sums);
            }
            StringBuilder text = new StringBuilder();
            sums.forEach((name, sum) -> text.append(String.format(Locale.ROOT, "  %-12s %s%n", name, sum.text())));
            return text.toString();
        } finally {
            users.values().forEach(IndexFixture::close);
        }
    }

    private void fill(Map<String, IndexFixture> users, Path folder, boolean paragraphs) throws IOException {
        Map<String, List<HinataRecord>> all = new LinkedHashMap<>();
        for (JsonNode line : lines(folder.resolve("records.jsonl.gz"))) {
            all.computeIfAbsent(line.get("user").asText(), user -> new ArrayList<>())
                    .add(record(line.get("record")));
        }
        all.forEach((user, records) -> users.put(user, index(paragraphs ? joined(records) : records)));
    }

    private IndexFixture index(List<HinataRecord> records) {
        IndexFixture index = new IndexFixture(weights);
        if (embedder != null) {
            index.embeddings.bind(embedder);
        }
        records.forEach(record -> index.storage.put(IndexFixture.USER, IndexFixture.APP, record));
        takeUp(index, records.size());
        return index;
    }

    /** A slow embedder needs several turns; figures of half the vectors would mislead. */
    private void takeUp(IndexFixture index, int records) {
        long before = -1;
        long count = 0;
        while (count > before) {
            index.engine.takeUp(IndexFixture.USER, index.storage.lastSeq(IndexFixture.USER));
            before = count;
            count = index.engine.vectors().count(IndexFixture.USER);
        }
        if (embedder != null && count < records) {
            throw new IllegalStateException("Only " + count + " of " + records + " records have a vector.");
        }
    }

    private static List<HinataRecord> joined(List<HinataRecord> sentences) {
        Map<String, HinataRecord> paragraphs = new LinkedHashMap<>();
        for (HinataRecord sentence : sentences) {
            String id = paragraph(sentence.id());
            HinataRecord before = paragraphs.get(id);
            String text = before == null ? sentence.highlight() : before.highlight() + " " + sentence.highlight();
            paragraphs.put(id, Notes.note(id, text).at(sentence.timestamp()).record());
        }
        return List.copyOf(paragraphs.values());
    }

    private static String paragraph(String sentence) {
        return sentence.substring(0, sentence.indexOf('.'));
    }

    private static void ask(IndexFixture index, JsonNode question, boolean paragraphs, Map<String, Sums> sums) {
        List<String> evidence = new ArrayList<>();
        question.get("evidence").forEach(id -> evidence.add(paragraphs ? paragraph(id.asText()) : id.asText()));
        List<String> found = IndexFixture.ids(index.engine.search(new SearchRequest(
                IndexFixture.USER,
                question.get("question").asText(),
                LIMIT,
                RecordFilter.NONE,
                Visibility.EVERYTHING,
                0,
                false)));
        String category = question.get("category").asText();
        boolean adversarial = category.equals("adversarial");
        sums.computeIfAbsent(adversarial ? "adversarial" : "all", name -> new Sums())
                .add(evidence.stream().distinct().toList(), found);
    }

    static HinataRecord record(JsonNode json) {
        List<String> tags = new ArrayList<>();
        json.get("tag").forEach(tag -> tags.add(tag.asText()));
        return new HinataRecord(
                json.get("id").asText(),
                Instant.parse(json.get("timestamp").asText()),
                json.get("source").asText(),
                json.get("highlight").asText(),
                json.get("note").asText(),
                json.get("address").asText(),
                tags,
                Access.PRIVATE,
                json.hasNonNull("author") ? json.get("author").asText() : null,
                json.hasNonNull("thread") ? json.get("thread").asText() : null,
                null,
                null);
    }

    static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    /** Recall at 1, 10, 50 and nDCG at 10, summed over questions. */
    private static final class Sums {
        private int questions;
        private double first;
        private double ten;
        private double fifty;
        private double gain;

        void add(List<String> evidence, List<String> found) {
            questions++;
            first += recall(evidence, found, 1);
            ten += recall(evidence, found, 10);
            fifty += recall(evidence, found, LIMIT);
            double best = 0;
            double own = 0;
            for (int i = 0; i < 10; i++) {
                double worth = Math.log(2) / Math.log(i + 2);
                best += i < evidence.size() ? worth : 0;
                own += i < found.size() && evidence.contains(found.get(i)) ? worth : 0;
            }
            gain += own / best;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "n %5d  R@1 %.4f  R@10 %.4f  R@50 %.4f  nDCG@10 %.4f",
                    questions,
                    first / questions,
                    ten / questions,
                    fifty / questions,
                    gain / questions);
        }

        private static double recall(List<String> evidence, List<String> found, int limit) {
            List<String> head = found.subList(0, Math.min(limit, found.size()));
            return (double) evidence.stream().filter(head::contains).count() / evidence.size();
        }
    }
}
