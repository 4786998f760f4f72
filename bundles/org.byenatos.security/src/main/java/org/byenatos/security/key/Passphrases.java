package org.byenatos.security.key;

import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.security.KeyRotation;

/** What a passphrase must be. */
final class Passphrases {

    private Passphrases() {}

    /** @throws InvalidInputException if it is too short or too long */
    static void check(char[] passphrase) {
        if (passphrase.length < KeyRotation.PASSPHRASE_LEAST || passphrase.length > KeyRotation.PASSPHRASE_MOST) {
            throw new InvalidInputException(
                    "/passphrase",
                    "must have " + KeyRotation.PASSPHRASE_LEAST + ".." + KeyRotation.PASSPHRASE_MOST + " characters");
        }
    }
}
