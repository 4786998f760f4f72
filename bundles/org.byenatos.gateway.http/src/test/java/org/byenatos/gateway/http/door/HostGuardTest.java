package org.byenatos.gateway.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {

    private static final HostGuard GUARD = new HostGuard(Set.of("memory.lan"), origin -> false);

    @Test
    void letsNamesInThatAreConfigured() {
        assertThat(GUARD.refusal("Memory.lan:7789", "https://memory.lan:7789")).isNull();
        assertThat(GUARD.refusal("memory.lan.evil.example", null)).contains("byenatos.hosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:7788", "127.0.0.1:7788", "[::1]", "[::1]:7788", "LOCALHOST:1"})
    void letsThisMachineIn(String host) {
        assertThat(GUARD.refusal(host, null)).isNull();
        assertThat(GUARD.refusal(host, "http://" + host)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "evil.example:7788", "localhost.evil.example", "127.0.0.1.evil.example:7788",
                "10.0.0.1", "", "localhost:7788@evil.example", "[::1]evil"
            })
    void keepsReboundNamesOut(String host) {
        assertThat(GUARD.refusal(host, null)).contains("Host");
    }

    @Test
    void keepsOtherSitesOut() {
        assertThat(GUARD.refusal("localhost:7788", "https://evil.example")).contains("other sites");
        assertThat(GUARD.refusal("localhost:7788", "http://localhost:9999")).contains("other sites");
        assertThat(GUARD.refusal("localhost:7788", "null")).contains("other sites");
        assertThat(GUARD.refusal(null, null)).contains("Host");
    }
}
