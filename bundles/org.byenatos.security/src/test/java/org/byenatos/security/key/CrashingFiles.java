package org.byenatos.security.key;

import java.nio.file.Path;
import org.byenatos.security.file.PrivateFiles;

/** Files of a process that ends just before one of its changes. */
final class CrashingFiles extends PrivateFiles {

    private int left;

    CrashingFiles(int changes) {
        this.left = changes;
    }

    /** The end of the process. */
    static final class Crash extends Error {}

    @Override
    public void write(Path file, byte[] content) {
        count();
        super.write(file, content);
    }

    @Override
    public void replace(Path file, Path old) {
        count();
        super.replace(file, old);
    }

    @Override
    public boolean shred(Path file) {
        count();
        return super.shred(file);
    }

    private void count() {
        if (left-- <= 0) {
            throw new Crash();
        }
    }
}
