package org.byenatos.applifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.applifecycle.state.Ids;

/** Tokens that remember what they minted, so that tests can look for it where it must not be. */
public final class TestTokens implements Tokens {

    public static final String OWNER = "byo_owner";

    private final Ids ids = new Ids();
    private final ConcurrentLinkedQueue<String> minted = new ConcurrentLinkedQueue<>();

    @Override
    public String mint(TokenKind kind) {
        String token = kind.prefix() + ids.letters(43);
        minted.add(token);
        return token;
    }

    @Override
    public String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isOwner(String token) {
        return token.equals(OWNER);
    }

    /** All tokens so far. */
    public List<String> minted() {
        return List.copyOf(minted);
    }
}
