package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortInUseIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.free(taken.getLocalPort()))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void zeroIsAFreePort() {
        int port = Ports.free(0);

        assertThat(port).isPositive();
        assertThat(Ports.free(port)).isEqualTo(port);
    }

    @Test
    void nobodyAnswersOnAFreePort() {
        assertThat(Readiness.ask(Ports.free(0)).ready()).isFalse();
    }
}
