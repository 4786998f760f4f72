package org.byenatos.gateway.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Where a certificate comes from. Confined to one thread at a time. */
interface CertificateSource {

    /**
     * The certificate as it is now.
     *
     * @throws TransportException if there is none that can be used
     */
    Certificate load();

    /** Whether there is another one since it was last loaded, or must be. */
    boolean changed();

    /** The source that is configured. */
    static CertificateSource of(Settings settings, Path home, List<String> names) {
        Settings.CertificateFiles files = settings.certificate();
        if (files.own()) {
            return new OwnCertificate(home.resolve("data").resolve("secrets"), names, Clock.systemUTC());
        }
        Path certificate = Settings.CertificateFiles.in(home, files.certificate());
        return files.pkcs12()
                ? new Pkcs12File(certificate, Settings.CertificateFiles.in(home, files.passwordFile()))
                : new PemFiles(certificate, Settings.CertificateFiles.in(home, files.key()));
    }
}
