package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.byenatos.api.error.StorageException;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * The keys of users, those of each in a file of their own, wrapped and bound to the file's name, so that files cannot be
 * exchanged. The name is an HMAC of the user's identifier and does not show it. For one thread.
 */
final class UserKeyFiles {

    private static final String END = ".key";

    private final Path folder;
    private final PrivateFiles files;
    private final GcmEngine engine;
    private final OpenKeyring keyring;

    UserKeyFiles(Path folder, PrivateFiles files, GcmEngine engine, OpenKeyring keyring) {
        this.folder = folder;
        this.files = files;
        this.engine = engine;
        this.keyring = keyring;
    }

    /** Whether a folder holds keys of users. */
    static boolean any(Path folder) {
        return Files.isDirectory(folder) && !list(folder).isEmpty();
    }

    /** Whether a folder holds keys of users that were wrapped under a key of a keyring. */
    static boolean anyWrapped(Path folder, PrivateFiles files) {
        return any(folder) && list(folder).stream().anyMatch(file -> !WrappedKeys.isUnwrappedLegacy(files.read(file)));
    }

    /**
     * A user's keys, the latest last; none if there is no such user.
     *
     * @throws StorageException if there is a file that cannot be unwrapped
     */
    List<byte[]> load(String userId) {
        Path file = file(userId);
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] content = files.read(file);
        if (WrappedKeys.isUnwrappedLegacy(content)) {
            return converted(openLegacy(content, userId, file), file);
        }
        WrappedKeys wrapped = parse(file, content);
        byte[] plain = unwrap(wrapped, file);
        return wrapped.legacy() ? converted(openLegacy(plain, userId, file), file) : WrappedKeys.split(plain);
    }

    /** Takes these as a user's keys, the latest last. */
    void store(String userId, List<byte[]> keys) {
        store(file(userId), keys);
    }

    /** Overwrites and deletes a user's keys. Returns whether there were any. */
    boolean destroy(String userId) {
        return files.shred(file(userId));
    }

    /** All files of keys. */
    List<Path> all() {
        return list(folder);
    }

    /** Wraps a file under the latest key unless it is, whatever it was wrapped under before; one may have gone by now. */
    void rewrap(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        byte[] content = files.read(file);
        int current = keyring.keyring().current().generation();
        if (WrappedKeys.isUnwrappedLegacy(content) && keyring.keyring().legacy() != null) {
            write(file, true, content);
            return;
        }
        WrappedKeys wrapped = parse(file, content);
        if (wrapped.generation() != current) {
            write(file, wrapped.legacy(), unwrap(wrapped, file));
        }
    }

    private void store(Path file, List<byte[]> keys) {
        write(file, false, WrappedKeys.join(keys));
    }

    private void write(Path file, boolean legacy, byte[] plain) {
        WrappingKey current = keyring.keyring().current();
        files.write(
                file,
                WrappedKeys.wrap(
                        legacy, current.generation(), plain, name(file), new AesGcm(current.secret(), engine)));
    }

    private List<byte[]> converted(byte[] key, Path file) {
        store(file, List.of(key));
        return List.of(key);
    }

    private byte[] unwrap(WrappedKeys wrapped, Path file) {
        Optional<WrappingKey> key = keyring.keyring().wrapping().stream()
                .filter(known -> known.generation() == wrapped.generation())
                .findFirst();
        try {
            return wrapped.open(
                    new AesGcm(key.orElseThrow(() -> damaged(file, null)).secret(), engine), name(file));
        } catch (StorageException changed) {
            throw damaged(file, changed);
        }
    }

    private byte[] openLegacy(byte[] sealed, String userId, Path file) {
        byte[] wrap = keyring.keyring().legacy();
        if (wrap == null) {
            throw damaged(file, null);
        }
        try {
            return new AesGcm(wrap, engine).open(sealed, ("user-key:" + userId).getBytes(UTF_8));
        } catch (StorageException changed) {
            throw damaged(file, changed);
        }
    }

    private static WrappedKeys parse(Path file, byte[] content) {
        return WrappedKeys.parse(content).orElseThrow(() -> damaged(file, null));
    }

    private Path file(String userId) {
        byte[] name = Hkdf.hmac(keyring.keyring().names(), userId.getBytes(UTF_8));
        return folder.resolve(HexFormat.of().formatHex(name) + END);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> list(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> keys = Files.newDirectoryStream(folder, "*" + END)) {
            keys.forEach(found::add);
            return found;
        } catch (IOException failure) {
            throw new StorageException("Cannot read " + folder + "; check its owner and mode.", failure);
        }
    }

    private static StorageException damaged(Path file, @Nullable Throwable cause) {
        String message = "The key " + file
                + " of a user cannot be read; put it back from a backup, with the keyring of that time."
                + " Nothing was changed.";
        return cause == null ? new StorageException(message) : new StorageException(message, cause);
    }
}
