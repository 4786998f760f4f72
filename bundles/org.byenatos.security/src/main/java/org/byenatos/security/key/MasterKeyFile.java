package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.byenatos.api.error.StorageException;
import org.byenatos.security.file.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key comes from: what the environment gives, else its file, which is made at the first start. A check
 * value beside the data tells whether the key is the one that the data were made with; if it is another, or gone,
 * opening fails and nothing is written.
 */
final class MasterKeyFile {

    private final Path file;
    private final Path check;
    private final Path userKeys;
    private final @Nullable String given;
    private final PrivateFiles files;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param layout where things are
     * @param given the key in hexadecimal, {@code null} to use the file
     * @param files how to write
     */
    MasterKeyFile(SecretsLayout layout, @Nullable String given, PrivateFiles files) {
        this.file = layout.masterKey();
        this.check = layout.keyCheck();
        this.userKeys = layout.userKeys();
        this.given = given;
        this.files = files;
    }

    /**
     * The key of this home.
     *
     * @throws StorageException if it is lost, unreadable or another than the data's
     */
    MasterKey open() {
        MasterKey key = given != null ? parse(given, "BYENATOS_MASTER_KEY") : fromFile();
        verify(key);
        return key;
    }

    private MasterKey fromFile() {
        if (Files.exists(file)) {
            return parse(new String(files.read(file), US_ASCII), file.toString());
        }
        if (Files.exists(check) || hasUserKeys()) {
            throw new StorageException(
                    "The master key " + file + " is gone, but there are data made with it. Put the file"
                            + " back from your backup. Without it the data cannot be read; to begin anew, move the data folder away.");
        }
        byte[] secret = new byte[MasterKey.BYTES];
        random.nextBytes(secret);
        MasterKey key = new MasterKey(secret);
        files.write(file, (key.hex() + "\n").getBytes(US_ASCII));
        return key;
    }

    private void verify(MasterKey key) {
        byte[] expected = key.checkValue().getBytes(US_ASCII);
        if (!Files.exists(check)) {
            files.write(check, expected);
        } else if (!MessageDigest.isEqual(expected, files.read(check))) {
            throw new StorageException(
                    "The master key is not the one that the data of this home were made with. Put the"
                            + " right one back in " + file + " (or in BYENATOS_MASTER_KEY); nothing was changed.");
        }
    }

    private boolean hasUserKeys() {
        if (!Files.isDirectory(userKeys)) {
            return false;
        }
        try (DirectoryStream<Path> keys = Files.newDirectoryStream(userKeys)) {
            return keys.iterator().hasNext();
        } catch (IOException failure) {
            throw new StorageException("Cannot read " + userKeys + "; check its owner and mode.", failure);
        }
    }

    private static MasterKey parse(String text, String where) {
        try {
            return new MasterKey(HexFormat.of().parseHex(text.strip()));
        } catch (IllegalArgumentException damaged) {
            // The cause is left out: its message may quote characters of the key.
            throw new StorageException(
                    "The master key in " + where
                            + " is damaged: it must be 64 hexadecimal digits. Put it back from your backup; nothing was changed.");
        }
    }
}
