package org.byenatos.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;

/** Random tokens, compared by their hashes in constant time. Keeps the hash of the owner's token only. Thread-safe. */
public final class BearerTokens implements Tokens {

    private final RandomToken random = new RandomToken();
    private final byte[] ownerHash;

    /** @param ownerToken the owner's token */
    public BearerTokens(String ownerToken) {
        this.ownerHash = sha256(ownerToken);
    }

    @Override
    public String mint(TokenKind kind) {
        return random.mint(kind);
    }

    @Override
    public String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    @Override
    public boolean isOwner(String token) {
        return MessageDigest.isEqual(ownerHash, sha256(token));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", impossible);
        }
    }
}
