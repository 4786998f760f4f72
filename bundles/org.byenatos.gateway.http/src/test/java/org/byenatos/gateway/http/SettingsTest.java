package org.byenatos.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void defaults() {
        Settings settings = Settings.of(with(Map.of()), Set.of());

        assertThat(settings)
                .isEqualTo(new Settings(
                        false,
                        "127.0.0.1",
                        7789,
                        new Settings.CertificateFiles("", "", ""),
                        512,
                        Duration.ofSeconds(10)));
        assertThat(settings.certificate().own()).isTrue();
    }

    @Test
    void unknownNamesFail() {
        assertThatThrownBy(() -> Settings.of(with(Map.of()), Set.of("tls.prot")))
                .hasMessageContaining("tls.prot")
                .hasMessageContaining("tls.port");
    }

    @Test
    void valuesOutOfRangeFail() {
        assertThatThrownBy(() -> Settings.of(with(Map.of("tls_port", 0)), Set.of()))
                .hasMessageContaining("tls.port must be 1..65535");
        assertThatThrownBy(() -> Settings.of(with(Map.of("connections_max", 1)), Set.of()))
                .hasMessageContaining("connections.max");
    }

    @Test
    void aCertificateNeedsItsKeyOrPassword() {
        assertThatThrownBy(() -> Settings.of(with(Map.of("tls_certificate", "own.p12")), Set.of()))
                .hasMessageContaining("tls.password.file");
        assertThatThrownBy(() -> Settings.of(with(Map.of("tls_certificate", "own.crt")), Set.of()))
                .hasMessageContaining("tls.key");
        Settings.of(with(Map.of("tls_certificate", "own.crt", "tls_key", "own.key")), Set.of());
    }

    private static HttpConfigurationType with(Map<String, Object> values) {
        return (HttpConfigurationType) Proxy.newProxyInstance(
                HttpConfigurationType.class.getClassLoader(),
                new Class<?>[] {HttpConfigurationType.class},
                (proxy, method, arguments) -> method.getDeclaringClass() == Annotation.class
                        ? HttpConfigurationType.class
                        : values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
