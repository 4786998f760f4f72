package org.byenatos.api.ai;

import org.byenatos.api.common.Json;

/**
 * The result of a computation.
 *
 * @param output the task's output: one value for a string, an array of values for an array
 * @param model what made it
 * @param queueMillis how long it waited
 * @param computeMillis how long it ran
 */
public record AiResult(Json output, String model, double queueMillis, double computeMillis) {}
