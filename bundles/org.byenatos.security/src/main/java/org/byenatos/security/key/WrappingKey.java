package org.byenatos.security.key;

/**
 * A key that wraps the keys of users.
 *
 * @param generation its number, from 1
 * @param secret 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
record WrappingKey(int generation, byte[] secret) {

    @Override
    public String toString() {
        return "WrappingKey[" + generation + "]";
    }
}
