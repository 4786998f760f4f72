package org.byenatos.localaischeduler.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** A task that needs no model: reads its options and gives what answers a text. */
@FunctionalInterface
interface TextTask {

    /** What answers one text under some options; thread-safe. */
    Function<String, JsonNode> with(Options options);
}
