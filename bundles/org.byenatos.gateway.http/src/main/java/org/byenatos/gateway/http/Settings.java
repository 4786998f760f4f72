package org.byenatos.gateway.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What is configured.
 *
 * @param tls whether there is a second listener with TLS
 * @param host the address that it listens on
 * @param port its port
 * @param certificate where its certificate is
 * @param mostConnections how many connections there may be at once
 * @param head how long the head of a request may take to arrive
 */
record Settings(boolean tls, String host, int port, CertificateFiles certificate, int mostConnections, Duration head) {

    /** The name of the configuration. */
    static final String PID = "org.byenatos.gateway.http";

    private static final Set<String> KNOWN = Set.of(
            "tls.enabled",
            "tls.host",
            "tls.port",
            "tls.certificate",
            "tls.key",
            "tls.password.file",
            "connections.max",
            "head.seconds");
    private static final String NOT_OURS = "(service|component|felix|osgi)\\..*|[.:].*";

    /** Where certificate and key are; empty strings where nothing is said. */
    record CertificateFiles(String certificate, String key, String passwordFile) {

        /** Whether the core makes its own. */
        boolean own() {
            return certificate.isEmpty();
        }

        boolean pkcs12() {
            return certificate.endsWith(".p12") || certificate.endsWith(".pfx");
        }

        /** Whether a certificate that is named comes with what opens it. */
        boolean complete() {
            return own() || !(pkcs12() ? passwordFile : key).isEmpty();
        }

        /** A file that was named, relative to the home's folder {@code conf}. */
        static Path in(Path home, String name) {
            return home.resolve("conf").resolve(name);
        }
    }

    /** The settings of a configuration; fails on values out of range and on names that nobody knows. */
    static Settings of(HttpConfigurationType type, Set<String> keys) {
        for (String key : keys) {
            if (!KNOWN.contains(key) && !key.matches(NOT_OURS)) {
                throw new IllegalArgumentException(
                        "Configuration " + PID + " has no setting " + key + "; it has " + KNOWN);
            }
        }
        CertificateFiles files = new CertificateFiles(type.tls_certificate(), type.tls_key(), type.tls_password_file());
        if (!files.complete()) {
            throw new IllegalArgumentException(
                    PID + ": tls.certificate is a .p12 or .pfx file with tls.password.file, or a"
                            + " PEM file with tls.key");
        }
        return new Settings(
                type.tls_enabled(),
                type.tls_host(),
                within("tls.port", type.tls_port(), 1, 65_535),
                files,
                within("connections.max", type.connections_max(), 16, 100_000),
                Duration.ofSeconds(within("head.seconds", type.head_seconds(), 1, 600)));
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(PID + ": " + key + " must be " + least + ".." + most);
        }
        return value;
    }
}
