package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkSettingsTest {

    @TempDir
    Path folder;

    private Distribution distribution;
    private Home home;

    @BeforeEach
    void makeFolders() throws IOException {
        distribution = new Distribution(folder.resolve("dist"));
        home = new Home(folder.resolve("home"));
        Files.createDirectories(distribution.conf());
        home.create();
    }

    @Test
    void replacesWhatTheLauncherKnows() throws IOException {
        shipped("storage=${byenatos.home}/cache/felix\nport=${byenatos.port}\nkept=${unknown}\n");

        assertThat(properties())
                .containsEntry("storage", home.root() + "/cache/felix")
                .containsEntry("port", "8123")
                .containsEntry("kept", "${unknown}");
    }

    @Test
    void theOwnersLinesGoBeforeTheShippedOnes() throws IOException {
        shipped("a=1\nb=2\n");
        Files.writeString(home.conf().resolve("framework.properties"), "b=3\nbyenatos.port=1\n");

        assertThat(properties()).containsEntry("a", "1").containsEntry("b", "3").containsEntry("byenatos.port", "8123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.4", "::", "memory.lan", ""})
    void plainHttpStaysOnThisMachine(String host) throws IOException {
        shipped("");
        Files.writeString(home.conf().resolve("framework.properties"), "org.apache.felix.http.host=" + host + "\n");

        assertThatThrownBy(this::properties).isInstanceOf(LaunchException.class).hasMessageContaining("tls.enabled");
    }

    @Test
    void tellsBundlesWhereTheyAre() throws IOException {
        shipped("");
        assertThat(properties())
                .containsEntry("byenatos.home", home.root().toString())
                .containsEntry("byenatos.distribution", distribution.root().toString())
                .containsKeys("byenatos.version", "byenatos.shipped");
    }

    private void shipped(String text) throws IOException {
        Files.writeString(
                distribution.conf().resolve("framework.properties"), "org.apache.felix.http.host=127.0.0.1\n" + text);
    }

    private Map<String, String> properties() {
        return new FrameworkSettings(distribution, home, 8123).properties();
    }
}
