package org.byenatos.gateway.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The admin's own certificate as PEM files: the chain, and the key as PKCS #8 without a password. */
final class PemFiles implements CertificateSource {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final String PASSWORD = "in memory only";

    private final Path certificateFile;
    private final Path keyFile;
    private final Watched watched;

    PemFiles(Path certificateFile, Path keyFile) {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
        this.watched = new Watched(certificateFile, keyFile);
    }

    @Override
    public Certificate load() {
        watched.look();
        try {
            X509Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificateFile)))
                    .toArray(X509Certificate[]::new);
            if (chain.length == 0) {
                throw new TransportException("There is no certificate in " + certificateFile + ".");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("byenatos", key(chain[0].getPublicKey().getAlgorithm()), PASSWORD.toCharArray(), chain);
            return new Certificate(store, PASSWORD);
        } catch (IOException | GeneralSecurityException broken) {
            throw new TransportException(
                    "Cannot read " + certificateFile + " and " + keyFile + ": " + broken.getMessage(), broken);
        }
    }

    @Override
    public boolean changed() {
        return watched.changed();
    }

    private PrivateKey key(String algorithm) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(keyFile, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new TransportException(
                    keyFile + " is no PKCS #8 key (BEGIN PRIVATE KEY). Convert it with: openssl pkcs8"
                            + " -topk8 -nocrypt -in OLD -out NEW");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
