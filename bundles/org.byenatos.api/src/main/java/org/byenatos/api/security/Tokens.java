package org.byenatos.api.security;

import org.osgi.annotation.versioning.ProviderType;

/** Makes and checks bearer tokens. Only hashes of tokens are ever stored. Thread-safe. */
@ProviderType
public interface Tokens {

    /** A new token: the prefix of its kind and 256 random bits in base64url. */
    String mint(TokenKind kind);

    /** The SHA-256 of a token in hexadecimal, 64 characters: what is stored and looked up in place of the token. */
    String hash(String token);

    /** Whether this is the owner's token, compared in constant time. */
    boolean isOwner(String token);
}
