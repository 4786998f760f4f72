package org.byenatos.datafilesystem.store;

/**
 * Where an export goes on.
 *
 * @param part which part
 * @param after position of the last thing in it that is done
 * @param revision of the next thing, the last one that is done
 */
record ArchiveCursor(Part part, long after, int revision) {

    /** The parts of an archive, in order. */
    enum Part {
        RECORDS,
        BIN,
        MEMORY,
        DOCUMENTS,
        END
    }

    static final ArchiveCursor START = new ArchiveCursor(Part.RECORDS, 0, 0);

    static ArchiveCursor parse(String text) {
        String[] parts = text.split(":");
        return new ArchiveCursor(Part.valueOf(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    String text() {
        return part + ":" + after + ":" + revision;
    }

    ArchiveCursor next() {
        Part next =
                switch (part) {
                    case RECORDS -> Part.BIN;
                    case BIN -> Part.MEMORY;
                    case MEMORY -> Part.DOCUMENTS;
                    case DOCUMENTS, END -> Part.END;
                };
        return new ArchiveCursor(next, 0, 0);
    }

    ArchiveCursor at(long position, int done) {
        return new ArchiveCursor(part, position, done);
    }
}
