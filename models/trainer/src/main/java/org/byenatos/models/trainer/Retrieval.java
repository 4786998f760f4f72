package org.byenatos.models.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Questions, and texts of which some answer them.
 *
 * @param texts by user
 * @param questions the adversarial ones are no part of the main figures
 */
record Retrieval(Map<String, List<Text>> texts, List<Question> questions) {
    /** A text that can be found. */
    record Text(String id, String author, String body) {}

    /** A question, and the texts that answer it. */
    record Question(String user, boolean adversarial, String text, Set<String> evidence) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    static Retrieval read(Path folder) {
        Map<String, List<Text>> texts = new LinkedHashMap<>();
        lines(folder.resolve("records.jsonl.gz")).forEach(line -> {
            JsonNode r = line.get("record");
            texts.computeIfAbsent(line.get("user").asText(), u -> new ArrayList<>())
                    .add(new Text(r.get("id").asText(), r.path("author").asText(""), body(r)));
        });
        List<Question> questions = new ArrayList<>();
        lines(folder.resolve("questions.jsonl.gz")).forEach(q -> {
            Set<String> evidence = new HashSet<>();
            q.get("evidence").forEach(e -> evidence.add(e.asText()));
            boolean adversarial = q.get("category").asText().equals("adversarial");
            questions.add(new Question(
                    q.get("user").asText(), adversarial, q.get("question").asText(), evidence));
        });
        return new Retrieval(texts, questions);
    }

    private static String body(JsonNode r) {
        return (r.path("highlight").asText("") + " " + r.path("note").asText("")).trim();
    }

    private static List<JsonNode> lines(Path file) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<JsonNode> out = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.add(JSON.readTree(line));
            }
            return out;
        } catch (IOException e) {
            throw new TrainerException(file + " can't be read: " + e, e);
        }
    }

    /** With the author's name before each text. */
    Retrieval authored() {
        return map(t -> new Text(t.id(), t.author(), t.author() + ": " + t.body()));
    }

    /** The adversarial questions alone, as if they were none. */
    Retrieval adversarial() {
        return new Retrieval(
                texts,
                questions.stream()
                        .filter(Question::adversarial)
                        .map(q -> new Question(q.user(), false, q.text(), q.evidence()))
                        .toList());
    }

    private Retrieval map(Function<Text, Text> change) {
        Map<String, List<Text>> out = new LinkedHashMap<>();
        texts.forEach((user, all) -> out.put(user, all.stream().map(change).toList()));
        return new Retrieval(out, questions);
    }

    /** These questions asked of another set's paragraphs; a sentence {@code p7.2} belongs to paragraph {@code p7}. */
    Retrieval paragraphsOf(Retrieval other, String between) {
        Map<String, List<Text>> out = new LinkedHashMap<>();
        other.texts.forEach((user, all) -> {
            Map<String, String> paragraphs = new LinkedHashMap<>();
            all.forEach(t -> paragraphs.merge(paragraph(t.id()), t.body(), (a, b) -> a + between + b));
            List<Text> joined = new ArrayList<>();
            paragraphs.forEach((id, body) -> joined.add(new Text(id, "", body)));
            out.put(user, joined);
        });
        return new Retrieval(
                out,
                questions.stream()
                        .map(q -> new Question(q.user(), q.adversarial(), q.text(), paragraphs(q.evidence())))
                        .toList());
    }

    private static Set<String> paragraphs(Set<String> sentences) {
        return sentences.stream().map(Retrieval::paragraph).collect(Collectors.toSet());
    }

    private static String paragraph(String sentence) {
        return sentence.substring(0, sentence.indexOf('.'));
    }

    /** The share of a question's evidence among the first {@code k} by cosine, averaged. */
    double recall(Vectors vectors, int k) {
        return questions.stream()
                .filter(q -> !q.adversarial())
                .mapToDouble(q -> recall(q, vectors, k))
                .average()
                .orElse(Double.NaN);
    }

    private double recall(Question question, Vectors vectors, int k) {
        List<Text> all = texts.getOrDefault(question.user(), List.of());
        float[] asked = vectors.of(question.text());
        double[] cosines = all.stream()
                .mapToDouble(t -> Floats.dot(asked, vectors.of(t.body())))
                .toArray();
        long found = java.util.stream.IntStream.range(0, all.size())
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer i) -> -cosines[i]))
                .limit(k)
                .filter(i -> question.evidence().contains(all.get(i).id()))
                .count();
        return (double) found / question.evidence().size();
    }
}
