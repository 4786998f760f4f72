package org.byenatos.gateway.http;

import java.security.KeyStore;

/**
 * A certificate with its private key.
 *
 * @param keyStore holds both
 * @param password what the key store's entries are sealed with
 */
record Certificate(KeyStore keyStore, String password) {

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Certificate";
    }
}
