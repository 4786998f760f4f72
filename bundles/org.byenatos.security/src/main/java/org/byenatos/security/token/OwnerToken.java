package org.byenatos.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.TokenKind;
import org.byenatos.security.file.PrivateFiles;

/** The owner's token in its file, which is made at the first start, or anew when the owner has deleted it. */
public final class OwnerToken {

    private static final int SHORTEST = 32;

    private OwnerToken() {}

    /**
     * The token.
     *
     * @throws StorageException if the file cannot be read or holds no owner's token
     */
    public static String open(Path file, PrivateFiles files) {
        if (!Files.exists(file)) {
            files.write(file, (new RandomToken().mint(TokenKind.OWNER) + "\n").getBytes(US_ASCII));
        }
        String token = new String(files.read(file), US_ASCII).strip();
        if (TokenKind.of(token) != TokenKind.OWNER || token.length() < SHORTEST) {
            throw new StorageException(file + " holds no owner's token. Delete it and restart to get a new one.");
        }
        return token;
    }
}
