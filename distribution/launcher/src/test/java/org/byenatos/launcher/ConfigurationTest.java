package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path folder;

    private Path shipped;
    private Path own;

    @BeforeEach
    void makeFolders() throws IOException {
        shipped = Files.createDirectory(folder.resolve("shipped"));
        own = Files.createDirectory(folder.resolve("own"));
    }

    @Test
    void plainHttpStaysOnThisMachine() throws IOException {
        Files.writeString(
                own.resolve("http.json"), "{\"org.apache.felix.http\": {\"org.apache.felix.http.host\": \"0.0.0.0\"}}");

        assertThatThrownBy(() -> Configuration.merge(List.of(own)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("tls.enabled");
    }

    @Test
    void theOwnersMembersGoBeforeTheShippedOnes() throws IOException {
        Files.writeString(
                shipped.resolve("a.json"), "{\"pid\": {\"limit\": 1, \"names\": [\"x\"]}, \"other\": {\"a\": true}}");
        Files.writeString(own.resolve("z.json"), "{\"pid\": {\"limit\": 2}, \"mine\": {\"b\": \"c\"}}");

        assertThat(merged())
                .containsEntry("pid", Map.of("limit", 2, "names", List.of("x")))
                .containsEntry("other", Map.of("a", true))
                .containsEntry("mine", Map.of("b", "c"));
    }

    @Test
    void hasWhatTheSpecificationWants() throws IOException {
        Files.writeString(shipped.resolve("a.json"), "{\":configurator:version\": \"9\", \"pid\": {}}");

        assertThat(merged())
                .containsEntry(":configurator:resource-version", 1)
                .containsEntry(":configurator:symbolic-name", "org.byenatos.distribution")
                .containsEntry(":configurator:version", "1.0.0");
    }

    @Test
    void saysWhichFileIsBroken() throws IOException {
        Files.writeString(own.resolve("broken.json"), "{\"pid\": 3}");

        assertThatThrownBy(this::merged).isInstanceOf(LaunchException.class).hasMessageContaining("broken.json");
    }

    @Test
    void whatIsShippedIsRight() throws IOException {
        Path config = Path.of("..", "..", "config");

        assertThat(JSON.std.mapFrom(Configuration.merge(List.of(config))))
                .containsKey("org.apache.felix.hc.core.impl.servlet.HealthCheckExecutorServlet~ready");
    }

    private Map<String, Object> merged() throws IOException {
        return JSON.std.mapFrom(Configuration.merge(List.of(shipped, own, folder.resolve("absent"))));
    }
}
