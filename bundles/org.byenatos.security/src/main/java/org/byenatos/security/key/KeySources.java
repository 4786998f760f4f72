package org.byenatos.security.key;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings give to open a home with.
 *
 * @param masterKey the master key in hexadecimal, {@code null} if none is given
 * @param passphrase gives the passphrase, for the receiver to wipe; {@code null} if none is given
 */
public record KeySources(@Nullable String masterKey, Supplier<char @Nullable []> passphrase) {

    /** Nothing: the key file alone. */
    public static KeySources none() {
        return new KeySources(null, () -> null);
    }

    @Override
    public String toString() {
        return "KeySources";
    }
}
