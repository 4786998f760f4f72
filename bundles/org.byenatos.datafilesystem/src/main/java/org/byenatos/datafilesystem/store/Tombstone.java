package org.byenatos.datafilesystem.store;

import org.byenatos.api.security.UserCipher;

/** What is left of a deleted record: its name, sealed, and when in the order of changes it went. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tombstone(String userId, String appId, byte[] idHash, long seq) {
    byte[] seal(UserCipher cipher, String id) {
        return cipher.seal(Chars.bytes(id), binding());
    }

    String open(UserCipher cipher, byte[] sealed) {
        return Chars.text(cipher.open(sealed, binding()));
    }

    private byte[] binding() {
        return new Binding("tombstone.1")
                .with(userId)
                .with(appId)
                .with(idHash)
                .with(seq)
                .bytes();
    }
}
