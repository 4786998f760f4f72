package org.byenatos.ai.engine.bpe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass through a {@code tokenizer.json}, which refuses what would give other ids than those of its family. */
final class TokenizerReader {

    /** Tokens are names there, tens of thousands that are never seen again. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Object NORMALIZER = Map.of(
            "type",
            "Sequence",
            "normalizers",
            Stream.of("NFKD", "StripAccents", "Lowercase", "NFC")
                    .map(type -> Map.of("type", type))
                    .toList());

    private final JsonParser json;
    private @Nullable Object normalizer;
    private @Nullable WordPattern words;
    private @Nullable Pieces pieces;

    private TokenizerReader(JsonParser json) {
        this.json = json;
    }

    static BytePairTokenizer read(Path file) throws IOException {
        try (JsonParser json = FACTORY.createParser(file.toFile())) {
            return new TokenizerReader(json).tokenizer();
        }
    }

    private BytePairTokenizer tokenizer() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            member(name);
        }
        if (!NORMALIZER.equals(normalizer)) {
            throw new IOException("its normalizer is " + normalizer);
        }
        if (words == null || pieces == null) {
            throw new IOException("it has no " + (words == null ? "pre_tokenizer" : "model"));
        }
        return new BytePairTokenizer(words, pieces);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "version", "truncation", "padding", "decoder" -> json.skipChildren();
            case "normalizer" -> normalizer = JsonTree.read(json);
            case "pre_tokenizer" -> words = words(JsonTree.read(json));
            case "model" -> pieces = new PiecesReader(json).pieces();
            default -> empty(name, JsonTree.read(json));
        }
    }

    private static void empty(String name, @Nullable Object value) throws IOException {
        if (value != null && !List.of().equals(value)) {
            throw new IOException("it has " + name);
        }
    }

    /** The words are what the pattern matches; what is between them is left out. */
    private static WordPattern words(@Nullable Object splitter) throws IOException {
        if (splitter instanceof Map<?, ?> members
                && members.get("pattern") instanceof Map<?, ?> pattern
                && pattern.get("Regex") instanceof String regex
                && splitter.equals(Map.of(
                        "type", "Split", "pattern", Map.of("Regex", regex), "behavior", "Removed", "invert", true))) {
            return WordPattern.of(regex);
        }
        throw new IOException("its pre_tokenizer is " + Objects.toString(splitter));
    }
}
