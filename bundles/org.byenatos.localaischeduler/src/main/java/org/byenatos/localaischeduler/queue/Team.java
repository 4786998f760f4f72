package org.byenatos.localaischeduler.queue;

import java.util.List;
import org.byenatos.api.ai.Priority;

/** Does steps of several pieces of work at once, which is faster than one after the other. Thread-safe. */
public interface Team {

    /** How many units of work of a priority a step should hold at most. */
    int size(Priority priority);

    /** Does a step of these pieces, all of this team; as much of them as a step holds, in their order. */
    void step(List<Work<?>> pieces, Priority priority);
}
