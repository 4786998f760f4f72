package org.byenatos.security.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of an audit log.
 *
 * @param folder where they are
 */
public record AuditFolder(Path folder) {

    /** The file that lines are appended to. */
    Path current() {
        return folder.resolve("audit.jsonl");
    }

    /** What the current file is called when it is full, by its last line; names sort by age. */
    Path full(long lastSequence) {
        return folder.resolve("audit-%019d.jsonl".formatted(lastSequence));
    }

    /** How far the chain had come when it was last forced to disk. */
    Path head() {
        return folder.resolve("audit.head");
    }

    /** The last of the lines that retention has removed: the chain begins after it. */
    Path base() {
        return folder.resolve("audit.base");
    }

    /** Ends of files that are no lines, kept aside after a crash. */
    Path torn() {
        return folder.resolve("audit.torn");
    }

    /** The files that are full, oldest first; none before the first line. */
    List<Path> full() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.filter(file -> file.getFileName().toString().matches("audit-\\d{19}\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** The number of the last line of a full file. */
    static long lastSequence(Path full) {
        String name = full.getFileName().toString();
        return Long.parseLong(name.substring("audit-".length(), name.length() - ".jsonl".length()));
    }

    /** All files of lines that are there, oldest first. */
    List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>(full());
        if (Files.exists(current())) {
            files.add(current());
        }
        return files;
    }
}
