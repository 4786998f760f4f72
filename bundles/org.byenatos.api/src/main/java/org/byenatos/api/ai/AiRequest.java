package org.byenatos.api.ai;

import java.time.Duration;
import org.byenatos.api.common.Json;
import org.jspecify.annotations.Nullable;

/**
 * A computation asked for.
 *
 * @param task what to do
 * @param input a JSON string or an array of strings, as the task has it
 * @param model which model, {@code null} for the task's default
 * @param priority how urgent
 * @param deadline after this it is of no use, {@code null} if it always is
 * @param options a JSON object with the task's options, {@code null} for none
 * @param app for which app, so that apps share the queue fairly; {@code null} for none
 */
public record AiRequest(
        AiTask task,
        Json input,
        @Nullable String model,
        Priority priority,
        @Nullable Duration deadline,
        @Nullable Json options,
        @Nullable String app) {

    /** A computation that no app asks for. */
    public AiRequest(
            AiTask task,
            Json input,
            @Nullable String model,
            Priority priority,
            @Nullable Duration deadline,
            @Nullable Json options) {
        this(task, input, model, priority, deadline, options, null);
    }

    /** The same for an app. */
    public AiRequest by(@Nullable String appId) {
        return new AiRequest(task, input, model, priority, deadline, options, appId);
    }

    /** Texts stay out of logs. */
    @Override
    public String toString() {
        return "AiRequest[" + task.word() + "]";
    }
}
