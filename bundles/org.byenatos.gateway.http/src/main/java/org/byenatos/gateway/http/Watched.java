package org.byenatos.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tells whether files changed. Confined to one thread at a time. */
final class Watched {

    private final List<Path> files;
    private List<String> seen = List.of();

    Watched(Path... files) {
        this.files = List.copyOf(Arrays.asList(files));
    }

    /** Remembers the files as they are. */
    void look() {
        seen = now();
    }

    boolean changed() {
        return !now().equals(seen);
    }

    private List<String> now() {
        return files.stream().map(Watched::state).toList();
    }

    private static String state(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException missing) {
            return "missing";
        }
    }
}
