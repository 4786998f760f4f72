package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.common.Json;
import org.byenatos.localaischeduler.queue.Timing;
import org.byenatos.localaischeduler.queue.Work;
import org.jspecify.annotations.Nullable;

/** A task on some texts, a text a step. */
final class TextWork implements Work<AiResult> {

    private final TaskInput input;
    private final String kind;
    private final Function<String, JsonNode> task;
    private final String model;
    private final @Nullable String app;
    private final List<JsonNode> made = new ArrayList<>();
    private long charactersDone;

    /** @param kind the task's name */
    TextWork(TaskInput input, String kind, Function<String, JsonNode> task, String model, @Nullable String app) {
        this.kind = kind;
        this.app = app;
        this.input = input;
        this.task = task;
        this.model = model;
    }

    @Override
    public boolean step() {
        if (made.size() < input.texts().size()) {
            String text = input.texts().get(made.size());
            made.add(task.apply(text));
            charactersDone += text.length();
        }
        return made.size() < input.texts().size();
    }

    @Override
    public AiResult result(Timing timing) {
        JsonNode output = input.single() ? made.get(0) : new ArrayNode(JsonNodeFactory.instance, made);
        return new AiResult(new Json(output.toString()), model, timing.queueMillis(), timing.computeMillis());
    }

    @Override
    public long characters() {
        return input.characters();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public long done() {
        return charactersDone;
    }

    @Override
    public @Nullable String app() {
        return app;
    }
}
