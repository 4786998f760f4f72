package org.byenatos.datafilesystem.upkeep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.byenatos.api.security.UserCipher;
import org.byenatos.datafilesystem.sealed.SealedInput;
import org.byenatos.datafilesystem.sealed.SealedOutput;

/** Keeps what was received until it is stored, sealed under its user's key, a file each. Thread-safe. */
final class Spool {

    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Keeps a stream. @throws IOException if it cannot be read or kept to its end; nothing is kept then */
    void keep(String jobId, UserCipher cipher, InputStream content) throws IOException {
        Files.createDirectories(folder);
        boolean whole = false;
        try (SealedOutput out =
                new SealedOutput(new BufferedOutputStream(Files.newOutputStream(file(jobId))), cipher, jobId)) {
            content.transferTo(out);
            out.finish();
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file(jobId));
            }
        }
        Folders.force(file(jobId));
    }

    SealedInput open(String jobId, UserCipher cipher) throws IOException {
        return new SealedInput(Files.newInputStream(file(jobId)), cipher, jobId);
    }

    void delete(String jobId) throws IOException {
        Files.deleteIfExists(file(jobId));
    }

    private Path file(String jobId) {
        return folder.resolve(jobId);
    }
}
