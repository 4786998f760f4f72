package org.byenatos.api.ipc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param after the position of the last one that is known, {@code null} for none before now
 * @param topics these alone, all if empty; {@code hinata.*} stands for all that begin so
 */
public record EventQuery(@Nullable String after, List<String> topics) {

    public EventQuery {
        topics = List.copyOf(topics);
    }

    /** The same from another position. */
    public EventQuery after(String position) {
        return new EventQuery(position, topics);
    }

    /** Whether a topic is wanted. */
    public boolean wants(String topic) {
        return topics.isEmpty()
                || topics.stream()
                        .anyMatch(wanted -> wanted.endsWith(".*")
                                ? topic.startsWith(wanted.substring(0, wanted.length() - 1))
                                : wanted.equals(topic));
    }
}
