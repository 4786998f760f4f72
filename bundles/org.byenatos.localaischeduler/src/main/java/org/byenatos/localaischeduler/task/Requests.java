package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.Function;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.localaischeduler.queue.Work;

/** Turns requests into work, or says what is wrong with them. Thread-safe. */
public final class Requests {

    private final String builtIn;
    private final TextTasks tasks;

    /**
     * @param builtIn the identifier of what does the tasks that need no model
     * @param tasks those tasks
     */
    public Requests(String builtIn, TextTasks tasks) {
        this.builtIn = builtIn;
        this.tasks = tasks;
    }

    /** Whether a task needs no model. */
    public boolean handles(AiTask task) {
        return tasks.all().containsKey(task);
    }

    /**
     * The work that a request asks for.
     *
     * @throws InvalidInputException with everything that is wrong, pointers into the body of {@code POST /ai/compute}
     */
    public Work<AiResult> work(AiRequest request) {
        TextTask task = Objects.requireNonNull(tasks.all().get(request.task()), "no task of this class");
        Reading reading = Reading.of(request);
        TaskInput input = TaskInput.read(reading.input(), reading.found());
        if (request.model() != null && !request.model().equals(builtIn)) {
            reading.found()
                    .add(new Violation(
                            "/model", "must be left out or " + builtIn + ", because this task runs without a model"));
        }
        Function<String, JsonNode> function = task.with(reading.options());
        reading.check();
        return new TextWork(input, request.task().name(), function, builtIn, request.app());
    }
}
