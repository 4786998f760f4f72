package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listener with TLS of a running core: its own certificate, the admin's, a new one while it runs. */
class TlsIT {

    @TempDir
    Path home;

    @Test
    void makesACertificateAtFirstStartAndSpeaksOnlyNewProtocols() throws Exception {
        int port = configure("\"tls.enabled\": true");
        try (CoreProcess core = CoreProcess.start(home)) {
            Path secrets = home.resolve("data/secrets");
            Certificate own = certificate(secrets.resolve("tls.crt"));

            HttpResponse<String> answer = get(port, own, "TLSv1.3");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("strict-transport-security"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
            assertThat(get(port, own, "TLSv1.2").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> get(port, own, "TLSv1.1")).isInstanceOf(SSLHandshakeException.class);
            assertThat(((X509Certificate) own).getSubjectAlternativeNames())
                    .extracting(name -> (Object) name.get(1))
                    .contains("localhost", "127.0.0.1");
            assertThat(Files.getPosixFilePermissions(secrets.resolve("tls.p12")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            core.restart();

            assertThat(certificate(secrets.resolve("tls.crt"))).isEqualTo(own);
            assertThat(get(port, own, "TLSv1.3").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takesUpTheAdminsNewCertificateWhileItRuns() throws Exception {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Certificate first = make(conf.resolve("first.p12"));
        Certificate second = make(conf.resolve("second.p12"));
        Files.copy(conf.resolve("first.p12"), conf.resolve("own.p12"));
        Files.writeString(conf.resolve("own.password"), "changeit\n");
        int port = configure(
                "\"tls.enabled\": true, \"tls.certificate\": \"own.p12\", \"tls.password.file\": \"own.password\"");
        try (CoreProcess core = CoreProcess.start(home)) {
            assertThat(served(port)).isEqualTo(first);

            Files.writeString(conf.resolve("own.p12"), "no certificate");
            Path log = home.resolve("logs/byenatos.log");
            Await.until("the broken file was looked at", () -> Files.readString(log)
                    .contains("The new certificate cannot be used"));
            assertThat(served(port)).as("a broken file changes nothing").isEqualTo(first);

            Files.copy(conf.resolve("second.p12"), conf.resolve("own.p12"), StandardCopyOption.REPLACE_EXISTING);
            Await.until("the new certificate is served", () -> served(port).equals(second));
            core.owner().get("/status").expect(200);
        }
    }

    @Test
    void readsPem() throws Exception {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Certificate certificate = make(conf.resolve("own.p12"));
        KeyStore store = KeyStore.getInstance(conf.resolve("own.p12").toFile(), "changeit".toCharArray());
        pem(conf.resolve("own.crt"), "CERTIFICATE", certificate.getEncoded());
        pem(
                conf.resolve("own.key"),
                "PRIVATE KEY",
                store.getKey("own", "changeit".toCharArray()).getEncoded());
        int port = configure("\"tls.enabled\": true, \"tls.certificate\": \"own.crt\", \"tls.key\": \"own.key\"");
        try (CoreProcess core = CoreProcess.start(home)) {
            core.owner().get("/status").expect(200);
            assertThat(served(port)).isEqualTo(certificate);
        }
    }

    @Test
    void refusesPlainHttpOnOtherAddresses() throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("framework.properties"), "org.apache.felix.http.host=0.0.0.0\n");

        CoreProcess.Ran ran = CoreProcess.script(
                Distribution.FOLDER,
                Map.of(),
                "start",
                "--home",
                home.toString(),
                "--port",
                Integer.toString(freePort()));

        assertThat(ran.status()).isNotZero();
        assertThat(ran.output()).contains("0.0.0.0", "tls.enabled");
    }

    private int configure(String members) throws IOException {
        int port = freePort();
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                conf.resolve("tls.json"),
                "{\"org.byenatos.gateway.http\": {\"tls.port:Integer\": " + port + ", " + members + "}}");
        return port;
    }

    private static HttpResponse<String> get(int port, Certificate trusted, String protocol) throws Exception {
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {protocol});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(trusted))
                .sslParameters(only)
                .build();
        URI uri = URI.create("https://localhost:" + port + "/api/v1/status");
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The certificate that the core shows, whoever signed it. */
    private Certificate served(int port) throws Exception {
        SSLContext any = SSLContext.getInstance("TLS");
        any.init(null, new javax.net.ssl.TrustManager[] {new TrustAnything()}, null);
        try (SSLSocket socket = (SSLSocket) any.getSocketFactory().createSocket("127.0.0.1", port)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("core", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static Certificate certificate(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static Certificate make(Path store) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + store.getFileName(),
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), "changeit".toCharArray()).getCertificate("own");
    }

    private static void pem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** For looking at what is served only. */
    private static final class TrustAnything extends javax.net.ssl.X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
