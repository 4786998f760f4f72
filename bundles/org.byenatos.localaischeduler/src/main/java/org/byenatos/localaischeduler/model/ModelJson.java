package org.byenatos.localaischeduler.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.Pooling;

/** Reads and writes {@code model.json}. What it does not know it refuses, as a misspelt member would mean another model. */
final class ModelJson {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_FILES = 64;
    private static final int MAX_DIMENSIONS = 8192;
    private static final int MAX_TOKENS = 65_536;
    private static final int MAX_LABELS = 1000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private ModelJson() {}

    /** What a folder's {@code model.json} says. */
    static ModelSpec read(ModelFolder folder) {
        Members members = Members.of(folder, ModelFolder.MODEL_JSON);
        ModelSpec spec = new ModelSpec(
                members.text("id"),
                members.word("task", ModelTask.values(), ModelTask::word, null),
                members.text("engine"),
                members.pairs("files", MAX_FILES),
                members.integer("dimensions", 1, MAX_DIMENSIONS),
                members.integer("maximum_tokens", 1, MAX_TOKENS),
                members.word("pooling", Pooling.values(), Pooling::word, Pooling.NONE),
                members.flag("normalize", false),
                members.text("query_prefix", ""),
                members.text("passage_prefix", ""),
                members.texts("labels", MAX_LABELS),
                members.texts("languages", 200),
                members.optionalText("licence"));
        members.noOthers();
        check(folder, spec);
        return spec;
    }

    /** Refuses what does not go together. */
    static void check(ModelFolder folder, ModelSpec spec) {
        if (!ID.matcher(spec.id()).matches()) {
            throw folder.refuse(
                    "its id must be 1 to 100 of a-z, 0-9, '.', '_' and '-', and begin with a letter or digit");
        }
        spec.files().forEach((file, sum) -> {
            folder.file(file);
            if (!SHA_256.matcher(sum).matches()) {
                throw folder.refuse("model.json: files must have a SHA-256 of 64 hex digits each");
            }
        });
        checkTask(folder, spec);
    }

    private static void checkTask(ModelFolder folder, ModelSpec spec) {
        int labels = spec.labels().size();
        if (Set.copyOf(spec.labels()).size() != labels) {
            throw folder.refuse("model.json: labels must differ");
        }
        switch (spec.task()) {
            case EMBEDDING -> {
                if (labels > 0) {
                    throw folder.refuse("model.json: a model of the task embedding has no labels");
                }
            }
            case RERANK -> {
                if (spec.dimensions() != 1 || labels > 0) {
                    throw folder.refuse("model.json: a model of the task rerank has dimensions 1 and no labels");
                }
            }
            case CLASSIFICATION -> {
                if (labels < 2 || spec.dimensions() != labels) {
                    throw folder.refuse(
                            "model.json: a model of the task classification has two labels or more, and as many dimensions");
                }
            }
        }
    }

    /** The text of a {@code model.json}. */
    static String write(ModelSpec spec) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", spec.id());
        json.put("task", spec.task().word());
        json.put("engine", spec.engine());
        ObjectNode files = json.putObject("files");
        new TreeMap<>(spec.files()).forEach(files::put);
        json.put("dimensions", spec.dimensions());
        json.put("maximum_tokens", spec.maximumTokens());
        json.put("pooling", spec.pooling().word());
        json.put("normalize", spec.normalize());
        json.put("query_prefix", spec.queryPrefix());
        json.put("passage_prefix", spec.passagePrefix());
        for (Map.Entry<String, List<String>> list :
                new TreeMap<>(Map.of("labels", spec.labels(), "languages", spec.languages())).entrySet()) {
            ArrayNode array = json.putArray(list.getKey());
            list.getValue().forEach(array::add);
        }
        if (spec.licence() != null) {
            json.put("licence", spec.licence());
        }
        return json.toPrettyString() + "\n";
    }
}
