package org.byenatos.ai.engine.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The numbers of a {@code tokenizer.json}: the largest token id that it can give, and the id that pads.
 *
 * @param largestId of {@code model.vocab} and {@code added_tokens}
 * @param padId of {@code padding}, else of an added token that says so, else 0
 */
public record Vocabulary(long largestId, long padId) {

    /** Tokens are names there, tens of thousands that are never seen again. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Set<String> PADS = Set.of("[PAD]", "<pad>", "<|pad|>");

    /** @throws IOException if it is no {@code tokenizer.json} */
    public static Vocabulary read(Path tokenizer) throws IOException {
        try (JsonParser json = FACTORY.createParser(tokenizer.toFile())) {
            return new Reading(json).vocabulary();
        }
    }

    /** One pass through the file, which may be larger than the heap has room for. */
    private static final class Reading {

        private final JsonParser json;
        private long largest = -1;
        private long padding = -1;
        private long named = -1;

        Reading(JsonParser json) {
            this.json = json;
        }

        Vocabulary vocabulary() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "padding" -> padding();
                    case "added_tokens" -> addedTokens();
                    case "model" -> model();
                    default -> json.skipChildren();
                }
            }
            if (largest < 0) {
                throw new IOException("it has no vocabulary");
            }
            return new Vocabulary(largest, Math.max(0, padding >= 0 ? padding : named));
        }

        private void padding() throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean id = json.currentName().equals("pad_id");
                json.nextToken();
                if (id) {
                    padding = json.getLongValue();
                }
                json.skipChildren();
            }
        }

        private void addedTokens() throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                long id = -1;
                String content = "";
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    if (name.equals("id")) {
                        id = json.getLongValue();
                    } else if (name.equals("content")) {
                        content = json.getText();
                    }
                    json.skipChildren();
                }
                largest = Math.max(largest, id);
                named = PADS.contains(content) ? id : named;
            }
        }

        private void model() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean vocabulary = json.currentName().equals("vocab");
                JsonToken value = json.nextToken();
                if (vocabulary && value == JsonToken.START_OBJECT) {
                    byToken();
                } else if (vocabulary && value == JsonToken.START_ARRAY) {
                    byPlace();
                } else {
                    json.skipChildren();
                }
            }
        }

        /** WordPiece and BPE: token to id. */
        private void byToken() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                json.nextToken();
                largest = Math.max(largest, json.getLongValue());
            }
        }

        /** Unigram: a list of tokens with their scores. */
        private void byPlace() throws IOException {
            long id = 0;
            for (; json.nextToken() == JsonToken.START_ARRAY; id++) {
                json.skipChildren();
            }
            largest = Math.max(largest, id - 1);
        }
    }
}
