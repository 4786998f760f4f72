package org.byenatos.localaischeduler.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sentence-transformers or Optimum export: {@code config.json}, {@code modules.json},
 * {@code 1_Pooling/config.json}, {@code sentence_bert_config.json}, {@code config_sentence_transformers.json},
 * {@code tokenizer.json} and an ONNX file, and says it as a {@code model.json} does. Stateless.
 */
final class ExportReader {

    /** The engine that opens ONNX files. */
    static final String ENGINE = "onnxruntime";

    private static final List<String> ONNX = List.of("model.onnx", "onnx/model.onnx");
    private static final String CONFIG = "config.json";
    private static final String TOKENIZER = "tokenizer.json";

    private final ModelFolder folder;
    private final Members config;

    private ExportReader(ModelFolder folder) {
        this.folder = folder;
        this.config = Members.of(folder, CONFIG);
    }

    /** Whether a folder looks like an export. */
    static boolean looksLike(ModelFolder folder) {
        return !folder.has(ModelFolder.MODEL_JSON)
                && folder.has(CONFIG)
                && ONNX.stream().anyMatch(folder::has);
    }

    /** What an export says; reads its files for their checksums. */
    static ModelSpec read(ModelFolder folder) {
        ModelSpec spec = new ExportReader(folder).spec();
        ModelJson.check(folder, spec);
        return spec;
    }

    private ModelSpec spec() {
        List<String> labels = labels();
        ModelTask task = labels.isEmpty()
                ? ModelTask.EMBEDDING
                : labels.size() == 1 ? ModelTask.RERANK : ModelTask.CLASSIFICATION;
        boolean embeds = task == ModelTask.EMBEDDING;
        return new ModelSpec(
                id(),
                task,
                ENGINE,
                files(),
                embeds ? dimensions() : labels.size(),
                maximumTokens(),
                embeds ? pooling() : Pooling.NONE,
                embeds,
                prompt("query"),
                prompt("passage", "document"),
                task == ModelTask.CLASSIFICATION ? labels : List.of(),
                List.of(),
                null);
    }

    private String id() {
        String id = folder.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        if (id.isEmpty()) {
            throw folder.refuse("its folder's name has no letter or digit to make an id of");
        }
        return id.length() > 100 ? id.substring(0, 100) : id;
    }

    /** The labels of a classifier, one for a cross-encoder, none for an encoder. */
    private List<String> labels() {
        JsonNode architectures = config.take("architectures");
        boolean classifies =
                architectures != null && architectures.path(0).asText().endsWith("ForSequenceClassification");
        if (!classifies) {
            return List.of();
        }
        JsonNode byNumber = config.take("id2label");
        List<String> labels = new ArrayList<>();
        for (int i = 0; byNumber != null && byNumber.has(Integer.toString(i)); i++) {
            labels.add(byNumber.get(Integer.toString(i)).asText());
        }
        return labels.isEmpty() ? List.of("score") : labels;
    }

    private int dimensions() {
        JsonNode pooled = poolingConfig();
        return pooled != null && pooled.path("word_embedding_dimension").isInt()
                ? pooled.get("word_embedding_dimension").intValue()
                : config.integer("hidden_size", 1, 8192);
    }

    private int maximumTokens() {
        String file = "sentence_bert_config.json";
        if (folder.has(file)) {
            JsonNode length = Members.of(folder, file).take("max_seq_length");
            if (length != null && length.isInt()) {
                return length.intValue();
            }
        }
        JsonNode positions = config.take("max_position_embeddings");
        return positions != null && positions.isInt() ? Math.max(1, Math.min(512, positions.intValue())) : 512;
    }

    private Pooling pooling() {
        checkModules();
        JsonNode pooled = poolingConfig();
        if (pooled == null) {
            return Pooling.MEAN;
        }
        boolean mean = pooled.path("pooling_mode_mean_tokens").asBoolean();
        boolean cls = pooled.path("pooling_mode_cls_token").asBoolean();
        if (mean == cls) {
            throw folder.refuse(
                    "1_Pooling/config.json must have the mean of the tokens or the first token as its pooling");
        }
        return mean ? Pooling.MEAN : Pooling.CLS;
    }

    /** What a module beside these would do is not in the ONNX file. */
    private void checkModules() {
        String file = "modules.json";
        if (!folder.has(file)) {
            return;
        }
        for (JsonNode module : Members.tree(folder, file)) {
            String type = module.path("type").asText();
            String name = type.substring(type.lastIndexOf('.') + 1);
            if (!List.of("Transformer", "Pooling", "Normalize").contains(name)) {
                throw folder.refuse("modules.json has a module that is none of Transformer, Pooling and Normalize");
            }
        }
    }

    private @Nullable JsonNode poolingConfig() {
        String file = "1_Pooling/config.json";
        return folder.has(file) ? Members.tree(folder, file) : null;
    }

    private String prompt(String... names) {
        String file = "config_sentence_transformers.json";
        JsonNode prompts = folder.has(file) ? Members.of(folder, file).take("prompts") : null;
        for (String name : names) {
            if (prompts != null && prompts.path(name).isTextual()) {
                return prompts.get(name).textValue();
            }
        }
        return "";
    }

    private Map<String, String> files() {
        String onnx =
                ONNX.stream().filter(folder::has).findFirst().orElseThrow(() -> folder.refuse("it has no model.onnx"));
        Map<String, String> files = new TreeMap<>();
        for (String file : List.of(onnx, onnx + "_data", onnx + ".data", TOKENIZER)) {
            if (file.equals(onnx) || file.equals(TOKENIZER) || folder.has(file)) {
                files.put(file, Checksums.of(folder, file));
            }
        }
        return files;
    }
}
