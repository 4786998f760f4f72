package org.byenatos.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.byenatos.distribution.CoreProcess.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, as a person uses it. */
class ScriptIT {

    @TempDir
    Path home;

    @Test
    void startsStopsAndSaysWhichItIs() {
        assertThat(script("status", "--home", home.toString()).status()).isNotZero();
        try (CoreProcess core = CoreProcess.start(home)) {
            Ran status = script("status", "--home", home.toString());
            assertThat(status.status()).isZero();
            assertThat(status.output()).contains(Integer.toString(core.port()));
        }
        assertThat(script("status", "--home", home.toString()).status()).isNotZero();
    }

    @Test
    void aSecondStartOnTheSameHomeIsRefused() {
        try (CoreProcess core = CoreProcess.start(home)) {
            Ran second = script("start", "--home", home.toString(), "--port", "0");

            assertThat(second.status()).isNotZero();
            assertThat(second.output()).containsIgnoringCase("already running").contains("stop");
            assertThat(core.owner().get("/status").status()).isEqualTo(200);
        }
    }

    @Test
    void aPortInUseIsRefusedBeforeAnythingElseHappens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran start = script("start", "--home", home.toString(), "--port", Integer.toString(taken.getLocalPort()));

            assertThat(start.status()).isNotZero();
            assertThat(start.output()).contains(Integer.toString(taken.getLocalPort()));
            assertThat(home.resolve("data")).doesNotExist();
        }
    }

    @Test
    void theSecondStartHasBundlesClassesFromAnArchive() throws Exception {
        assertThat(script("start", "--home", home.toString(), "--port", "0").status())
                .isZero();
        assertThat(script("stop", "--home", home.toString()).status()).isZero();
        SharedClasses.awaitIn(home);
        Path log = home.resolve("classes.log");
        Map<String, String> environment = Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log + ":none");
        try (CoreProcess core = CoreProcess.start(home, environment)) {
            List<String> ours = Files.readAllLines(log).stream()
                    .filter(line ->
                            line.matches("(org\\.(byenatos|apache|eclipse)|com\\.fasterxml)\\.[^/]* source: .*"))
                    .toList();
            assertThat(ours).hasSizeGreaterThan(1_000);
            assertThat(ours.stream().filter(line -> line.contains("shared objects file")))
                    .hasSizeGreaterThan(ours.size() * 9 / 10);
        }
    }

    @Test
    void aStalePidFileIsNoObstacle() throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run").resolve("byenatos.pid"), "999999\n");

        try (CoreProcess core = CoreProcess.start(home)) {
            assertThat(core.owner().get("/status").status()).isEqualTo(200);
        }
    }

    @Test
    void theEnvironmentNamesHomeAndPort() {
        Ran version = script("version");
        assertThat(version.status()).isZero();
        assertThat(version.output()).contains("0.1.0");

        Map<String, String> environment = Map.of("BYENATOS_HOME", home.toString(), "BYENATOS_PORT", "0");
        try {
            assertThat(CoreProcess.script(Distribution.FOLDER, environment, "start")
                            .status())
                    .isZero();
            assertThat(home.resolve("data/secrets/owner.token")).exists();
        } finally {
            CoreProcess.script(Distribution.FOLDER, environment, "stop");
        }
    }

    @Test
    void anUnknownCommandSaysWhatThereIs() {
        Ran unknown = script("dance");

        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.output()).contains("start").contains("stop").contains("demo");
    }

    private static Ran script(String... arguments) {
        return CoreProcess.script(Distribution.FOLDER, Map.of(), arguments);
    }
}
