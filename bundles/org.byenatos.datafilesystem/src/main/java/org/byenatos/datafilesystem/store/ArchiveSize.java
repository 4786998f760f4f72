package org.byenatos.datafilesystem.store;

import org.byenatos.api.common.Json;

/** How long a part of an archive has become. Confined to one thread. */
final class ArchiveSize {

    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int MOST_LINES = 500;

    private int characters;
    private int lines;

    Json counted(Json line) {
        characters += line.text().length();
        lines++;
        return line;
    }

    boolean hasRoom() {
        return characters < MOST_CHARACTERS && lines < MOST_LINES;
    }
}
