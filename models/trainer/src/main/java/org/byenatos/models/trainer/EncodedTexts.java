package org.byenatos.models.trainer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All training texts as token numbers.
 *
 * @param sentences of the books
 * @param paragraphs for each sentence the number of its paragraph
 * @param pairs by source; of single texts {@code b} is empty
 */
@SuppressWarnings("ArrayRecordComponent") // large, and never shared beyond the trainer
record EncodedTexts(TokenTexts sentences, int[] paragraphs, List<TokenPairs> pairs) {
    private static final int LONGEST = 128;

    static EncodedTexts of(TrainingTexts texts, TextTokenizer tokenizer, Workers workers) {
        List<String> sentences = new ArrayList<>();
        List<Integer> paragraphs = new ArrayList<>();
        for (int p = 0; p < texts.paragraphs().size(); p++) {
            for (String sentence : texts.paragraphs().get(p)) {
                sentences.add(sentence);
                paragraphs.add(p);
            }
        }
        List<Pair> all = Stream.of(texts.english(), texts.bilingual(), texts.chinese(), texts.chineseTexts())
                .flatMap(List::stream)
                .toList();
        List<TokenPairs> pairs = new ArrayList<>();
        for (String source : sources(all)) {
            List<Pair> of = all.stream().filter(p -> name(p).equals(source)).toList();
            pairs.add(new TokenPairs(
                    source,
                    tokenizer.encode(of.stream().map(Pair::a).toList(), LONGEST, workers),
                    tokenizer.encode(of.stream().map(Pair::b).toList(), LONGEST, workers)));
        }
        return new EncodedTexts(
                tokenizer.encode(sentences, LONGEST, workers),
                paragraphs.stream().mapToInt(Integer::intValue).toArray(),
                pairs);
    }

    private static List<String> sources(List<Pair> pairs) {
        return pairs.stream().map(EncodedTexts::name).distinct().toList();
    }

    /** Single texts are kept apart from pairs of the same source. */
    private static String name(Pair pair) {
        return pair.b().isEmpty() ? pair.source() + "-text" : pair.source();
    }

    /** The pairs of a source, or none. */
    TokenPairs of(String source) {
        return pairs.stream()
                .filter(p -> p.source().equals(source))
                .findFirst()
                .orElse(new TokenPairs(source, TokenTexts.of(new int[0][]), TokenTexts.of(new int[0][])));
    }

    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            sentences.write(out);
            TokenTexts.writeInts(out, paragraphs);
            out.writeInt(pairs.size());
            for (TokenPairs p : pairs) {
                p.write(out);
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static EncodedTexts read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            TokenTexts sentences = TokenTexts.read(in);
            int[] paragraphs = TokenTexts.readInts(in);
            List<TokenPairs> pairs = new ArrayList<>();
            for (int n = in.readInt(); n > 0; n--) {
                pairs.add(TokenPairs.read(in));
            }
            return new EncodedTexts(sentences, paragraphs, pairs);
        }
    }
}
