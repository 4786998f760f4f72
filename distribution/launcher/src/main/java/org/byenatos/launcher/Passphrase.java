package org.byenatos.launcher;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase that opens a home, on its way to the core: it is handed over once and wiped. It never stands on a
 * command line, where other users of the machine could read it.
 */
final class Passphrase implements Supplier<char @Nullable []> {

    /** Holds the passphrase itself. */
    static final String VARIABLE = "BYENATOS_PASSPHRASE";

    /** Names a file that holds it, which is safer: an environment is inherited and can be looked at. */
    static final String FILE_VARIABLE = "BYENATOS_PASSPHRASE_FILE";

    /** Stands for this process's input in place of a file. */
    static final String INPUT = "-";

    private char @Nullable [] text;

    private Passphrase(char[] text) {
        this.text = text;
    }

    /**
     * The passphrase for a home: from the environment or, where the home is locked by one, from the terminal.
     *
     * @throws LaunchException if one is needed and nobody can be asked
     */
    static Optional<Passphrase> forHome(Home home, Map<String, String> environment) {
        Optional<Passphrase> given = given(environment, VARIABLE, FILE_VARIABLE);
        return given.isPresent() || !isNeeded(home)
                ? given
                : Optional.of(new Passphrase(ask("Passphrase of " + home.root() + ": ")));
    }

    /** A new passphrase, from the environment or asked for twice. */
    static Passphrase chosen(Map<String, String> environment) {
        return given(environment, "BYENATOS_NEW_PASSPHRASE", "BYENATOS_NEW_PASSPHRASE_FILE")
                .orElseGet(Passphrase::askTwice);
    }

    /** Whether a home is locked by a passphrase. */
    static boolean isNeeded(Home home) {
        Path keyring = home.data().resolve("secrets").resolve("keyring");
        try {
            return Files.exists(keyring) && Files.readAllLines(keyring).contains("protection=passphrase");
        } catch (IOException e) {
            throw new LaunchException("Cannot read " + keyring + ": " + e, e);
        }
    }

    /** The passphrase, for the receiver to wipe; {@code null} from the second time on. */
    @Override
    public synchronized char @Nullable [] get() {
        char[] handed = text;
        text = null;
        return handed;
    }

    @Override
    public String toString() {
        return "Passphrase";
    }

    private static Optional<Passphrase> given(Map<String, String> environment, String variable, String fileVariable) {
        String text = environment.get(variable);
        String file = environment.get(fileVariable);
        if (text != null && !text.isEmpty()) {
            return Optional.of(new Passphrase(text.toCharArray()));
        }
        return file == null || file.isEmpty() ? Optional.empty() : Optional.of(read(file));
    }

    private static Passphrase read(String file) {
        try {
            byte[] bytes = file.equals(INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new Passphrase(
                    new String(bytes, StandardCharsets.UTF_8).stripTrailing().toCharArray());
        } catch (IOException e) {
            throw new LaunchException("Cannot read the passphrase from " + file + ": " + e, e);
        }
    }

    private static Passphrase askTwice() {
        char[] first = ask("New passphrase: ");
        char[] second = ask("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new LaunchException("The two differ; nothing was changed.");
        }
        return new Passphrase(first);
    }

    @SuppressWarnings("SystemConsoleNull") // later versions answer null from readPassword
    private static char[] ask(String question) {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("%s", question);
        if (answer == null) {
            throw new LaunchException(
                    "A passphrase is needed and there is no terminal to ask on. Give it in a file that " + FILE_VARIABLE
                            + " names (a new one: BYENATOS_NEW_PASSPHRASE_FILE).");
        }
        return answer;
    }
}
