package org.byenatos.security.key;

import java.nio.file.Path;

/**
 * Where secrets lie in a home.
 *
 * @param data the folder of all data
 */
public record SecretsLayout(Path data) {

    /** The folder of all secrets. */
    public Path secrets() {
        return data.resolve("secrets");
    }

    /** The master key. */
    public Path masterKey() {
        return secrets().resolve("master.key");
    }

    /** The master key that takes the place of the present one as soon as the keyring is sealed under it. */
    public Path nextMasterKey() {
        return secrets().resolve("master.key.next");
    }

    /** The keys that wrap all others, sealed under the master key. */
    public Path keyring() {
        return secrets().resolve("keyring");
    }

    /** The mark that tells which keyring is the data's; apart from the secrets, so that it outlives them. */
    public Path keyCheck() {
        return data.resolve("master.check");
    }

    /** The folder of users' keys. */
    public Path userKeys() {
        return secrets().resolve("users");
    }

    /** The owner's token. */
    public Path ownerToken() {
        return secrets().resolve("owner.token");
    }
}
