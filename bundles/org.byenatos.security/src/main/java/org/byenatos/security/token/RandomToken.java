package org.byenatos.security.token;

import java.security.SecureRandom;
import java.util.Base64;
import org.byenatos.api.security.TokenKind;

/** Makes tokens. Thread-safe. */
final class RandomToken {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** The prefix of the kind and 256 random bits in base64url, 47 characters. */
    String mint(TokenKind kind) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
