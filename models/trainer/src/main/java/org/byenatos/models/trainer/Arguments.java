package org.byenatos.models.trainer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code --name value} arguments of a command. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    Arguments(String[] all, Set<String> known) {
        for (int i = 1; i < all.length; i += 2) {
            String name = all[i].startsWith("--") ? all[i].substring(2) : "";
            if (!known.contains(name)) {
                throw new TrainerException("unknown argument " + all[i] + "; there are " + names(known));
            }
            if (i + 1 == all.length) {
                throw new TrainerException(all[i] + " wants a value");
            }
            values.put(name, all[i + 1]);
        }
    }

    private static String names(Set<String> known) {
        return Arrays.toString(known.stream().sorted().map(k -> "--" + k).toArray());
    }

    Path path(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new TrainerException("--" + name + " FOLDER is missing");
        }
        return Path.of(value);
    }

    Path path(String name, Path otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Path.of(value);
    }

    int number(String name, int otherwise) {
        @Nullable String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new TrainerException("--" + name + " wants a whole number, not " + value, e);
        }
    }
}
