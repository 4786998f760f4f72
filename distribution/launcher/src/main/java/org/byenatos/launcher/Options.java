package org.byenatos.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command line says.
 *
 * @param command the first word
 * @param word what follows the command, empty if nothing does
 * @param home where the owner's data is
 * @param port the port to listen on; 0 for any free one
 * @param distribution the unpacked distribution that this launcher belongs to
 * @param background whether the process has no terminal, so that it logs to its file alone
 */
public record Options(String command, String word, Path home, int port, Path distribution, boolean background) {

    /** The port when nothing else is said. */
    public static final int DEFAULT_PORT = 7788;

    private static final int LAST_PORT = 65_535;
    private static final Set<String> TWO_WORDS = Set.of("key", "audit", "bench", "backup", "restore");

    /**
     * Reads a command line. An option on it goes before the environment, and that before the default.
     *
     * @param arguments what follows {@code byenatos}
     * @param environment {@code BYENATOS_HOME} and {@code BYENATOS_PORT} are read
     * @param distribution the distribution's folder
     * @throws LaunchException if an argument is unknown or no port
     */
    public static Options parse(List<String> arguments, Map<String, String> environment, Path distribution) {
        String command = "help";
        String word = "";
        @Nullable String home = environment.get("BYENATOS_HOME");
        @Nullable String port = environment.get("BYENATOS_PORT");
        boolean background = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        if (!rest.isEmpty() && !rest.peek().startsWith("--")) {
            command = rest.pop();
            if (TWO_WORDS.contains(command) && !rest.isEmpty() && !rest.peek().startsWith("--")) {
                word = rest.pop();
            }
        }
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--home" -> home = value(argument, rest);
                case "--port" -> port = value(argument, rest);
                case "--background" -> background = true;
                case "--help", "--version" -> command = argument.substring(2);
                default -> throw new LaunchException("Unknown argument " + argument + ". See: byenatos help");
            }
        }
        return new Options(command, word, home(home), port(port), distribution, background);
    }

    /**
     * The number that follows the command.
     *
     * @param otherwise if none does
     * @throws LaunchException if it is no number over 0
     */
    int count(int otherwise) {
        if (word.isEmpty()) {
            return otherwise;
        }
        if (word.matches("[1-9][0-9]{0,7}")) {
            return Integer.parseInt(word);
        }
        throw new LaunchException("Not a number: " + word + ". See: byenatos help");
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new LaunchException(option + " needs a value.");
        }
        return rest.pop();
    }

    private static Path home(@Nullable String given) {
        Path home = given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".byenatos")
                : Path.of(given);
        return home.toAbsolutePath().normalize();
    }

    private static int port(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(given.trim());
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LaunchException("Not a port: " + given + ". Give a number from 1 to 65535, or 0 for a free port.");
    }
}
