package org.byenatos.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A certificate made here for this machine's names, at the first start and again before it expires. It is beside the other
 * secrets ({@code tls.p12}, {@code tls.password}); {@code tls.crt} is what clients are told to trust.
 */
final class OwnCertificate implements CertificateSource {

    private static final System.Logger LOG = System.getLogger(OwnCertificate.class.getName());
    private static final Duration RENEW = Duration.ofDays(30);

    private final Path secrets;
    private final Path store;
    private final Path passwordFile;
    private final Path published;
    private final List<String> names;
    private final Clock clock;
    private final Pkcs12File file;
    private Instant expires = Instant.MIN;

    OwnCertificate(Path secrets, List<String> names, Clock clock) {
        this.secrets = secrets;
        this.store = secrets.resolve("tls.p12");
        this.passwordFile = secrets.resolve("tls.password");
        this.published = secrets.resolve("tls.crt");
        this.names = names;
        this.clock = clock;
        this.file = new Pkcs12File(store, passwordFile);
    }

    @Override
    public Certificate load() {
        try {
            if (!Files.exists(store) || !Files.exists(passwordFile)) {
                make();
            }
            Certificate certificate = read();
            if (expiring()) {
                make();
                certificate = read();
            }
            return certificate;
        } catch (IOException | GeneralSecurityException broken) {
            throw new TransportException("Cannot make a certificate in " + secrets + ": " + broken, broken);
        }
    }

    @Override
    public boolean changed() {
        return file.changed() || expiring();
    }

    private boolean expiring() {
        return expires.isBefore(clock.instant().plus(RENEW));
    }

    private Certificate read() throws GeneralSecurityException, IOException {
        Certificate certificate = file.load();
        KeyStore entries = certificate.keyStore();
        X509Certificate first =
                (X509Certificate) entries.getCertificate(entries.aliases().nextElement());
        expires = first.getNotAfter().toInstant();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(first.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(published, pem);
        return certificate;
    }

    private void make() throws IOException {
        Files.createDirectories(secrets);
        String password = password();
        OwnerFiles.write(passwordFile, password);
        Path folder = OwnerFiles.folder(secrets, "tls");
        Path fresh = folder.resolve("tls.p12");
        try {
            Keytool.generate(fresh, password, names);
            OwnerFiles.restrict(fresh);
            Files.move(fresh, store, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(folder);
        }
        LOG.log(System.Logger.Level.INFO, "Made a certificate for TLS; clients may trust {0}", published);
    }

    private static String password() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
