package org.byenatos.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {

    @TempDir
    Path secrets;

    @Test
    void isMadeOnceForAllNames() throws Exception {
        X509Certificate first = first(source(Duration.ZERO).load());

        assertThat(first.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .contains("localhost", "127.0.0.1", "memory.lan", "192.168.1.4");
        assertThat(first(source(Duration.ofDays(700)).load())).isEqualTo(first);
        try (Stream<Path> files = Files.list(secrets)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("tls.p12", "tls.password", "tls.crt");
        }
    }

    @Test
    void isMadeAgainBeforeItExpires() throws Exception {
        X509Certificate first = first(source(Duration.ZERO).load());
        OwnCertificate later = source(Duration.ofDays(800));

        assertThat(later.changed()).isTrue();
        assertThat(first(later.load())).isNotEqualTo(first);
    }

    @Test
    void isNotChangedWhileItIsGood() {
        OwnCertificate source = source(Duration.ZERO);
        source.load();

        assertThat(source.changed()).isFalse();
    }

    private OwnCertificate source(Duration ahead) {
        return new OwnCertificate(
                secrets, List.of("memory.lan", "192.168.1.4"), Clock.offset(Clock.systemUTC(), ahead));
    }

    private static X509Certificate first(Certificate certificate) throws Exception {
        return (X509Certificate) certificate.keyStore().getCertificate("byenatos");
    }
}
