package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.ModelNotLoadedException;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.localaischeduler.queue.Work;

/** Turns requests into work, or says what is wrong with them. Thread-safe. */
public final class Requests {

    private final String builtIn;
    private final TextTasks tasks;
    private final JsonMapper mapper = new JsonMapper();

    /**
     * @param builtIn the identifier of what does the tasks that need no model
     * @param tasks those tasks
     */
    public Requests(String builtIn, TextTasks tasks) {
        this.builtIn = builtIn;
        this.tasks = tasks;
    }

    /**
     * The work that a request asks for.
     *
     * @throws InvalidInputException with everything that is wrong, pointers into the body of {@code POST /ai/compute}
     * @throws ModelNotLoadedException if the task needs a model
     */
    public Work<AiResult> work(AiRequest request) {
        TextTask task = tasks.all().get(request.task());
        if (task == null) {
            throw notLoaded(request.task());
        }
        List<Violation> found = new ArrayList<>();
        TaskInput input = TaskInput.read(tree(request.input(), "/input"), found);
        if (request.model() != null && !request.model().equals(builtIn)) {
            found.add(new Violation(
                    "/model", "must be left out or " + builtIn + ", because this task runs without a model"));
        }
        if (request.deadline() != null
                && (request.deadline().isNegative() || request.deadline().isZero())) {
            found.add(new Violation("/deadline_ms", "must be more than 0"));
        }
        Json given = request.options() == null ? Json.EMPTY_OBJECT : request.options();
        Options options = new Options(tree(given, "/options"), found);
        Function<String, JsonNode> function = task.with(options);
        options.noOthers();
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
        return new TextWork(input, function, builtIn);
    }

    private static ModelNotLoadedException notLoaded(AiTask task) {
        return new ModelNotLoadedException(
                "No model for the task " + task.word() + " is loaded. Put one into the folder"
                        + " models of the distribution or of the data folder, then try again.");
    }

    /** Never passes the parser's message on, which would quote the input. */
    private JsonNode tree(Json json, String pointer) {
        try {
            return mapper.readTree(json.text());
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(pointer, "must be JSON");
        }
    }
}
