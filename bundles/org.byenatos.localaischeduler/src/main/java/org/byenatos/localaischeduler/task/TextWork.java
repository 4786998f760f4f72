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
    private final Function<String, JsonNode> task;
    private final String model;
    private final @Nullable String app;
    private final List<JsonNode> done = new ArrayList<>();

    TextWork(TaskInput input, Function<String, JsonNode> task, String model, @Nullable String app) {
        this.app = app;
        this.input = input;
        this.task = task;
        this.model = model;
    }

    @Override
    public boolean step() {
        if (done.size() < input.texts().size()) {
            done.add(task.apply(input.texts().get(done.size())));
        }
        return done.size() < input.texts().size();
    }

    @Override
    public AiResult result(Timing timing) {
        JsonNode output = input.single() ? done.get(0) : new ArrayNode(JsonNodeFactory.instance, done);
        return new AiResult(new Json(output.toString()), model, timing.queueMillis(), timing.computeMillis());
    }

    @Override
    public long characters() {
        return input.characters();
    }

    @Override
    public @Nullable String app() {
        return app;
    }
}
