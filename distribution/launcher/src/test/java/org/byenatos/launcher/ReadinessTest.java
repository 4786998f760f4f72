package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.byenatos.launcher.Readiness.Answer;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void whatWillNotHealIsSaidInItsOwnWords() {
        String text = """
                HTTP/1.1 503 Service Unavailable
                {"overallResult": "CRITICAL", "results": [
                  {"name": "modules", "status": "TEMPORARILY_UNAVAILABLE",
                   "messages": [{"status": "TEMPORARILY_UNAVAILABLE", "message": "SessionManager is away"}]},
                  {"name": "keys", "status": "CRITICAL",
                   "messages": [{"status": "CRITICAL", "message": "The master key is gone."}]}]}
                """;

        assertThat(new Answer(false, text).hopeless()).contains("The master key is gone.");
    }

    @Test
    void onlyWhoAsksWhyHasTheChecksRun() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertThat(Readiness.isReady(port)).isFalse();
            assertThat(asked).containsExactly("/api/v1/status");
            assertThat(Readiness.ask(port).ready()).isFalse();
            assertThat(asked).containsExactly("/api/v1/status", "/api/v1/status", "/health/ready");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatMayHealIsNotHopeless() {
        assertThat(new Answer(false, "java.net.ConnectException: CRITICAL").hopeless())
                .isEmpty();
        assertThat(new Answer(false, "HTTP/1.1 503\n{\"overallResult\": \"TEMPORARILY_UNAVAILABLE\"}").hopeless())
                .isEmpty();
        assertThat(new Answer(false, "HTTP/1.1 503\n{\"CRITICAL").hopeless()).isEmpty();
    }
}
