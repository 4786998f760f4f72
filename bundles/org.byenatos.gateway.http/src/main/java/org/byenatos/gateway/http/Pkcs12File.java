package org.byenatos.gateway.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** The admin's own certificate as a PKCS #12 file, with its password in another file. */
final class Pkcs12File implements CertificateSource {

    private final Path file;
    private final Path passwordFile;
    private final Watched watched;

    Pkcs12File(Path file, Path passwordFile) {
        this.file = file;
        this.passwordFile = passwordFile;
        this.watched = new Watched(file, passwordFile);
    }

    @Override
    public Certificate load() {
        watched.look();
        try (InputStream in = Files.newInputStream(file)) {
            String password = Files.readString(passwordFile).strip();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new Certificate(store, password);
        } catch (IOException | GeneralSecurityException broken) {
            throw new TransportException(
                    "Cannot read " + file + " with the password in " + passwordFile + ": " + broken.getMessage(),
                    broken);
        }
    }

    @Override
    public boolean changed() {
        return watched.changed();
    }
}
