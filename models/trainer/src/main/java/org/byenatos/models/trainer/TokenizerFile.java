package org.byenatos.models.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a vocabulary as the {@code tokenizer.json} of Hugging Face tokenizers: case, width and accents folded, punctuation
 * left out, Chinese apart from the rest, byte pair encoding with bytes for characters that the vocabulary lacks.
 */
final class TokenizerFile {
    private static final String WORD = "[\\p{Han}〇々]{1,64}|[\\p{L}\\p{M}&&[^\\p{Han}]]{1,48}|\\p{N}{1,24}|\\p{S}";

    private final ObjectMapper json = new ObjectMapper();

    void write(Vocabulary vocabulary, Path file) throws IOException {
        ObjectNode root = json.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding").putArray("added_tokens");
        root.set("normalizer", normalizer());
        root.set("pre_tokenizer", words());
        root.putNull("post_processor").putNull("decoder");
        root.set("model", model(vocabulary));
        Files.write(file, json.writeValueAsBytes(root));
    }

    private ObjectNode normalizer() {
        ObjectNode all = json.createObjectNode().put("type", "Sequence");
        ArrayNode steps = all.putArray("normalizers");
        for (String step : new String[] {"NFKD", "StripAccents", "Lowercase", "NFC"}) {
            steps.addObject().put("type", step);
        }
        return all;
    }

    private ObjectNode words() {
        ObjectNode split = json.createObjectNode().put("type", "Split");
        split.putObject("pattern").put("Regex", WORD);
        return split.put("behavior", "Removed").put("invert", true);
    }

    private ObjectNode model(Vocabulary vocabulary) {
        ObjectNode model = json.createObjectNode().put("type", "BPE").put("byte_fallback", true);
        model.putNull("dropout").putNull("unk_token").put("fuse_unk", false).put("ignore_merges", false);
        ObjectNode tokens = model.putObject("vocab");
        for (int i = 0; i < vocabulary.tokens().size(); i++) {
            tokens.put(vocabulary.tokens().get(i), i);
        }
        vocabulary.aliases().forEach((alias, token) -> tokens.set(alias, tokens.get(token)));
        ArrayNode merges = model.putArray("merges");
        vocabulary.merges().forEach(m -> merges.add(m.left() + " " + m.right()));
        return model;
    }
}
