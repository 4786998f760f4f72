package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatMayHealIsNotHopeless() {
        assertThat(new Answer(false, "java.net.ConnectException: CRITICAL").hopeless())
                .isEmpty();
        assertThat(new Answer(false, "HTTP/1.1 503\n{\"overallResult\": \"TEMPORARILY_UNAVAILABLE\"}").hopeless())
                .isEmpty();
        assertThat(new Answer(false, "HTTP/1.1 503\n{\"CRITICAL").hopeless()).isEmpty();
    }
}
