package org.byenatos.models.trainer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The tokenizer that serves, used to train as well. Safe for use by many threads. */
final class TextTokenizer implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("ai.djl"); // it warns of graphics cards
    private static final int BLOCK = 2000;

    private final HuggingFaceTokenizer tokenizer;
    private final Map<String, int[]> words = new ConcurrentHashMap<>();

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** @throws TrainerException if the file is no tokenizer */
    static TextTokenizer open(Path file) {
        LIBRARY.setLevel(Level.SEVERE);
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            return new TextTokenizer(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build());
        } catch (IOException | RuntimeException e) {
            throw new TrainerException(file + " can't be read as a tokenizer: " + e.getMessage(), e);
        }
    }

    long[] ids(String text) {
        return tokenizer.encode(text).getIds();
    }

    List<String> tokens(String text) {
        return List.of(tokenizer.encode(text).getTokens());
    }

    /**
     * The numbers of at most {@code longest} tokens of each text. Each word goes to the tokenizer once, as millions of texts
     * have few words.
     */
    TokenTexts encode(List<String> texts, int longest, Workers workers) {
        int[][] rows = new int[texts.size()][];
        workers.run(texts.size(), BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                rows[i] = byWords(texts.get(i), longest);
            }
        });
        return TokenTexts.of(rows);
    }

    int[] byWords(String text, int longest) {
        List<int[]> parts = new ArrayList<>();
        Words.each(text, word -> parts.add(words.computeIfAbsent(word, this::encode)));
        int[] all = parts.stream().flatMapToInt(Arrays::stream).toArray();
        return all.length > longest ? Arrays.copyOf(all, longest) : all;
    }

    int[] encode(String text) {
        return Arrays.stream(ids(text)).mapToInt(Math::toIntExact).toArray();
    }

    List<int[]> encodeAll(List<String> texts) {
        List<int[]> out = new ArrayList<>();
        texts.forEach(t -> out.add(encode(t)));
        return out;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
