package org.byenatos.applifecycle.ipc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.ipc.NewMessage;

/** What messages may be called and hold. Stateless. */
final class Topics {

    static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST = 100;
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
    private static final Set<String> CORE = Set.of(
            "app",
            "ai",
            "audit",
            "byenatos",
            "core",
            "gap",
            "grant",
            "hinata",
            "job",
            "memory",
            "message",
            "model",
            "psp",
            "session",
            "user");

    private Topics() {}

    /** Whether a topic is one of the core's own. */
    static boolean core(String topic) {
        int dot = topic.indexOf('.');
        return CORE.contains(dot < 0 ? topic : topic.substring(0, dot));
    }

    /** Checks a message. */
    static void check(NewMessage message) {
        List<Violation> wrong = new ArrayList<>();
        String topic = message.topic();
        if (topic.length() > LONGEST || !TOPIC.matcher(topic).matches()) {
            wrong.add(new Violation(
                    "/topic",
                    "must be two or more names of a-z, 0-9, '_' and '-' with dots between, up to " + LONGEST
                            + " characters"));
        } else if (core(topic)) {
            wrong.add(new Violation("/topic", "begins with a name that the core keeps for itself"));
        }
        if (message.payload().text().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            wrong.add(new Violation("/payload", "must have at most " + MOST_BYTES + " bytes"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }
}
