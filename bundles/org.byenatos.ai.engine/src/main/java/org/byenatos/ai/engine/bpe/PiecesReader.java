package org.byenatos.ai.engine.bpe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code model} of a {@code tokenizer.json}. */
final class PiecesReader {

    private static final int BYTES = 256;
    private static final Map<String, Object> SETTINGS = Map.of("type", "BPE", "byte_fallback", true);

    private final JsonParser json;
    private final TokenNames names = new TokenNames();
    private final Merges.Builder merges = new Merges.Builder();
    private int largestId = TokenNames.UNKNOWN;

    PiecesReader(JsonParser json) {
        this.json = json;
    }

    Pieces pieces() throws IOException {
        Map<String, @Nullable Object> settings = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "vocab" -> vocabulary();
                case "merges" -> merges();
                default -> settings.put(name, JsonTree.read(json));
            }
        }
        settings.values().removeIf(value -> value == null || value.equals(false) || value.equals(""));
        if (!settings.equals(SETTINGS)) {
            throw new IOException("its model is " + settings);
        }
        return new Pieces(names.characters(), bytes(), merges.build(), largestId);
    }

    private void vocabulary() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String token = json.currentName();
            json.nextToken();
            int id = json.getIntValue();
            if (id < 0) {
                throw new IOException("its token " + token + " has the id " + id);
            }
            largestId = Math.max(largestId, id);
            names.put(token, id);
        }
    }

    private void merges() throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            merge(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("its merges are no texts");
        }
    }

    /** Two tokens with a space between them, which are a token without it. */
    private void merge(char[] text, int start, int length) throws IOException {
        char[] joined = new char[length];
        int left = 0;
        int joinedLength = 0;
        for (int i = start; i < start + length; i++) {
            if (text[i] == ' ') {
                left = joinedLength;
            } else {
                joined[joinedLength++] = text[i];
            }
        }
        int first = names.id(joined, 0, left);
        int second = names.id(joined, left, joinedLength - left);
        int both = names.id(joined, 0, joinedLength);
        if (joinedLength != length - 1 || Math.min(Math.min(first, second), both) == TokenNames.UNKNOWN) {
            throw new IOException("its merge " + new String(text, start, length) + " is not one of two of its tokens");
        }
        merges.add(first, second, both);
    }

    private int[] bytes() throws IOException {
        int[] bytes = new int[BYTES];
        for (int i = 0; i < BYTES; i++) {
            String name = "<0x%02X>".formatted(i);
            bytes[i] = names.id(name.toCharArray(), 0, name.length());
            if (bytes[i] == TokenNames.UNKNOWN) {
                throw new IOException("it has no token " + name);
            }
        }
        return bytes;
    }
}
