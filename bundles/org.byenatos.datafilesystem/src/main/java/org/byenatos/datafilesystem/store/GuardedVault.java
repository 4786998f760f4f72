package org.byenatos.datafilesystem.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.error.NotFoundException;
import org.byenatos.api.security.KeyVault;
import org.byenatos.api.security.UserCipher;

/**
 * Makes no new key for a user who was just erased: what was under way for them when it happened cannot be sealed, and so
 * not be stored. Thread-safe.
 */
final class GuardedVault implements KeyVault {

    private final KeyVault vault;
    private final Set<String> erased = ConcurrentHashMap.newKeySet();

    GuardedVault(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] databaseKey() {
        return vault.databaseKey();
    }

    @Override
    public UserCipher cipher(String userId) {
        if (erased.contains(userId)) {
            throw new NotFoundException("User " + userId + " was erased.");
        }
        return vault.cipher(userId);
    }

    @Override
    public boolean holds(String userId) {
        return vault.holds(userId);
    }

    @Override
    public boolean destroy(String userId) {
        erased.add(userId);
        return vault.destroy(userId);
    }

    void admit(String userId) {
        erased.remove(userId);
    }
}
