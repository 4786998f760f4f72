package org.byenatos.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The console's password on disk: made at first start, its hash in {@code console.hash}, and the password itself in
 * {@code console.password} for the owner to read and delete. Both files are the owner's alone.
 */
final class ConsoleSecret {

    private static final int PASSWORD_BYTES = 18;

    private final Path folder;
    private final SecureRandom random;

    ConsoleSecret(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The hash of the password; makes a password if there is none. */
    PasswordHash loadOrCreate() {
        try {
            Path hash = folder.resolve("console.hash");
            return Files.exists(hash) ? new PasswordHash(Files.readString(hash).strip()) : create(hash);
        } catch (IOException failed) {
            throw new UncheckedIOException("The console's secrets in " + folder + " cannot be read or written", failed);
        }
    }

    private PasswordHash create(Path hashFile) throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        PasswordHash hash = PasswordHash.of(password, random);
        Files.createDirectories(folder);
        write(folder.resolve("console.password"), password);
        write(hashFile, hash.text());
        return hash;
    }

    private static void write(Path file, String text) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        if (Files.getFileAttributeView(file.getParent(), PosixFileAttributeView.class) == null) {
            Files.createFile(temporary);
        } else {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(temporary, text + System.lineSeparator(), StandardOpenOption.WRITE);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
