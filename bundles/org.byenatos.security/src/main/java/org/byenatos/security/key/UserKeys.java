package org.byenatos.security.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;

/**
 * The keys of one user: seals under the latest, opens with whichever sealed. A sealed text does not say by which key, and
 * trying a wrong one costs as much as opening; so it is remembered what opened texts bound alike. Thread-safe.
 */
final class UserKeys implements UserCipher {

    private static final int HINTS = 1024;

    private volatile List<AesGcm> keys;

    /** By the hash of what a text is bound to, the index of the key that opens it; threads may overwrite one another. */
    private final byte[] hints = new byte[HINTS];

    /** @param keys at least one, the latest last */
    UserKeys(List<AesGcm> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        List<AesGcm> known = keys;
        int latest = known.size() - 1;
        hints[slot(associatedData)] = (byte) latest;
        return known.get(latest).seal(plaintext, associatedData);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] associatedData) {
        List<AesGcm> known = keys;
        int likely = Math.min(hints[slot(associatedData)], known.size() - 1);
        try {
            return known.get(likely).open(sealed, associatedData);
        } catch (StorageException byAnother) {
            return openByOther(likely, known, sealed, associatedData, byAnother);
        }
    }

    /** Seals under this key from now on. */
    void add(AesGcm key) {
        List<AesGcm> more = new ArrayList<>(keys);
        more.add(key);
        keys = List.copyOf(more);
    }

    /** Forgets the keys: nothing can be sealed or opened from now on. */
    void destroy() {
        keys.forEach(AesGcm::destroy);
    }

    private byte[] openByOther(
            int tried, List<AesGcm> known, byte[] sealed, byte[] associatedData, StorageException failure) {
        for (int i = known.size() - 1; i >= 0; i--) {
            if (i != tried) {
                try {
                    byte[] plain = known.get(i).open(sealed, associatedData);
                    hints[slot(associatedData)] = (byte) i;
                    return plain;
                } catch (StorageException another) {
                    failure.addSuppressed(another);
                }
            }
        }
        throw failure;
    }

    private static int slot(byte[] associatedData) {
        return Arrays.hashCode(associatedData) & (HINTS - 1);
    }
}
