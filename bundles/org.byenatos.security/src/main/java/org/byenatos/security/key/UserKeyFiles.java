package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.byenatos.api.error.StorageException;
import org.byenatos.security.file.PrivateFiles;

/**
 * The keys of users, each in a file of its own, wrapped under a key derived from the master key and bound to the user,
 * so that files cannot be exchanged. A file's name is an HMAC of the user's identifier and does not show it.
 */
final class UserKeyFiles {

    private final Path folder;
    private final PrivateFiles files;
    private final GcmEngine engine;
    private final AesGcm wrap;
    private final byte[] nameKey;

    UserKeyFiles(Path folder, PrivateFiles files, GcmEngine engine, MasterKey master) {
        this.folder = folder;
        this.files = files;
        this.engine = engine;
        this.wrap = new AesGcm(master.derive("user-keys"), engine);
        this.nameKey = master.derive("user-names");
    }

    /**
     * A user's key, if there is one.
     *
     * @throws StorageException if there is one that cannot be unwrapped
     */
    Optional<byte[]> load(String userId) {
        Path file = file(userId);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(wrap.open(files.read(file), boundTo(userId)));
        } catch (StorageException damaged) {
            throw new StorageException(
                    "The key " + file + " of a user cannot be read; put it back from a backup. Nothing was changed.",
                    damaged);
        }
    }

    /** Makes a key for a user who has none. */
    byte[] create(String userId) {
        byte[] key = engine.newKey();
        files.write(file(userId), wrap.seal(key, boundTo(userId)));
        return key;
    }

    /** Overwrites and deletes a user's key. Returns whether there was one. */
    boolean destroy(String userId) {
        return files.shred(file(userId));
    }

    private Path file(String userId) {
        return folder.resolve(HexFormat.of().formatHex(Hkdf.hmac(nameKey, userId.getBytes(UTF_8))) + ".key");
    }

    private static byte[] boundTo(String userId) {
        return ("user-key:" + userId).getBytes(UTF_8);
    }
}
