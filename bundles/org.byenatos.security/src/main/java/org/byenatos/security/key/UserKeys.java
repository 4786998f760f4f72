package org.byenatos.security.key;

import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;

/**
 * The keys of one user: seals under the latest, opens with whichever sealed. A sealed text does not say by which key; the
 * one that opened the last text is tried first, since texts of one age are read together. Thread-safe.
 */
final class UserKeys implements UserCipher {

    private volatile List<AesGcm> keys;
    private volatile AesGcm likely;

    /** @param keys at least one, the latest last */
    UserKeys(List<AesGcm> keys) {
        this.keys = List.copyOf(keys);
        this.likely = latest(keys);
    }

    @Override
    public byte[] seal(byte[] plaintext, byte[] associatedData) {
        return latest(keys).seal(plaintext, associatedData);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] associatedData) {
        AesGcm first = likely;
        List<AesGcm> known = keys;
        if (known.size() == 1) {
            return first.open(sealed, associatedData);
        }
        try {
            return first.open(sealed, associatedData);
        } catch (StorageException byAnother) {
            return openByOther(first, known, sealed, associatedData, byAnother);
        }
    }

    /** Seals under this key from now on. */
    void add(AesGcm key) {
        List<AesGcm> more = new ArrayList<>(keys);
        more.add(key);
        keys = List.copyOf(more);
        likely = key;
    }

    /** Forgets the keys: nothing can be sealed or opened from now on. */
    void destroy() {
        keys.forEach(AesGcm::destroy);
    }

    private byte[] openByOther(
            AesGcm tried, List<AesGcm> known, byte[] sealed, byte[] associatedData, StorageException failure) {
        for (int i = known.size() - 1; i >= 0; i--) {
            AesGcm key = known.get(i);
            if (key != tried) {
                try {
                    byte[] plain = key.open(sealed, associatedData);
                    likely = key;
                    return plain;
                } catch (StorageException another) {
                    failure.addSuppressed(another);
                }
            }
        }
        throw failure;
    }

    private static AesGcm latest(List<AesGcm> keys) {
        return keys.get(keys.size() - 1);
    }
}
