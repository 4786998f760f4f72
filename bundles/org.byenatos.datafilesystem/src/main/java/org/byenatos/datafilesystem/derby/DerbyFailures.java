package org.byenatos.datafilesystem.derby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.byenatos.api.error.StorageException;
import org.jspecify.annotations.Nullable;

/** What Derby's failures mean, in words for a person. */
final class DerbyFailures {
    private static final Set<String> VICTIM = Set.of("40001", "40XL1", "40XL2");
    private static final Set<String> WRONG_KEY = Set.of("XBCXK", "XBM06", "XBCXA", "XBCXC", "XBCXD");
    private static final Set<String> IN_USE = Set.of("XSDB6", "XBM0L");
    private static final Set<String> NEWER_DERBY = Set.of("XSLAN", "XCW00", "XBM0Q");
    private static final Set<String> READ_ONLY = Set.of("25502", "25503", "25505", "40XD1", "XSLAH", "XBM0H");
    private static final long FULL_BYTES = 4L << 20;

    private final Path folder;

    DerbyFailures(Path folder) {
        this.folder = folder;
    }

    boolean mayRepeat(SQLException failure) {
        return failure.getSQLState() != null && VICTIM.contains(failure.getSQLState());
    }

    boolean lost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("X");
    }

    StorageException explain(SQLException failure) {
        Set<String> states = states(failure);
        String words = words(states);
        if (states.stream().anyMatch(state -> state.startsWith("22"))) {
            // Derby repeats the value in such a message.
            return new StorageException(words);
        }
        return new StorageException(words, failure);
    }

    private String words(Set<String> states) {
        if (states.stream().anyMatch(WRONG_KEY::contains)) {
            return "The database at " + folder
                    + " was encrypted under another key. Restore the key file or passphrase that"
                    + " belongs to it; nothing was changed.";
        }
        if (states.stream().anyMatch(IN_USE::contains)) {
            return "The database at " + folder + " is in use by another process. Stop that one first.";
        }
        if (states.stream().anyMatch(NEWER_DERBY::contains)) {
            return "The database at " + folder + " was made by a newer release. Start that one; nothing was changed.";
        }
        if (full()) {
            return "The disk that holds " + folder + " is full. Make room, then try again.";
        }
        if (states.stream().anyMatch(READ_ONLY::contains) || !writable()) {
            return "The database at " + folder + " cannot be written. Give the daemon's user write access to it.";
        }
        return "The database at " + folder + " failed (SQLState " + String.join(", ", states)
                + "). Its own log says more; if it stays so, restore a backup.";
    }

    private boolean writable() {
        Path there = nearest(folder);
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }

    private boolean full() {
        Path there = nearest(folder);
        try {
            return there != null && Files.getFileStore(there).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Path nearest(Path path) {
        Path there = path;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static Set<String> states(SQLException failure) {
        Set<String> states = new LinkedHashSet<>();
        for (Throwable item : failure) {
            if (item instanceof SQLException sql && sql.getSQLState() != null) {
                states.add(sql.getSQLState().toUpperCase(Locale.ROOT));
            }
        }
        return states;
    }
}
