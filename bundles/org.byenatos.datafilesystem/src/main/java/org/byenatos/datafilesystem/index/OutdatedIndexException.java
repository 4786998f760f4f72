package org.byenatos.datafilesystem.index;

import java.io.IOException;

/** An index is sound but of another format or another storage, and has to be made anew. */
final class OutdatedIndexException extends IOException {

    private static final long serialVersionUID = 1L;

    OutdatedIndexException() {
        super("The index is of another format or another storage");
    }
}
