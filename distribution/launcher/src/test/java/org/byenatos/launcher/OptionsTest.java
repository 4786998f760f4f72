package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path DISTRIBUTION = Path.of("somewhere").toAbsolutePath();

    @Test
    void defaults() {
        Options options = parse(Map.of(), "start");

        assertThat(options.command()).isEqualTo("start");
        assertThat(options.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".byenatos"));
        assertThat(options.port()).isEqualTo(7788);
        assertThat(options.distribution()).isEqualTo(DISTRIBUTION);
        assertThat(options.background()).isFalse();
    }

    @Test
    void theEnvironmentNamesHomeAndPort() {
        Path home = Path.of("elsewhere").toAbsolutePath();
        Options options = parse(Map.of("BYENATOS_HOME", home.toString(), "BYENATOS_PORT", "0"), "run");

        assertThat(options.home()).isEqualTo(home);
        assertThat(options.port()).isZero();
    }

    @Test
    void anOptionGoesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("BYENATOS_HOME", "elsewhere", "BYENATOS_PORT", "1");
        Options options = parse(environment, "run", "--home", "here", "--port", "8080", "--background");

        assertThat(options.home()).isEqualTo(Path.of("here").toAbsolutePath());
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.background()).isTrue();
    }

    @Test
    void anEmptyEnvironmentVariableIsNone() {
        Options options = parse(Map.of("BYENATOS_HOME", "", "BYENATOS_PORT", " "), "run");

        assertThat(options.home()).isEqualTo(Path.of(System.getProperty("user.home"), ".byenatos"));
        assertThat(options.port()).isEqualTo(7788);
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(parse(Map.of()).command()).isEqualTo("help");
        assertThat(parse(Map.of(), "--help").command()).isEqualTo("help");
        assertThat(parse(Map.of(), "--version").command()).isEqualTo("version");
    }

    @Test
    void someCommandsHaveASecondWord() {
        assertThat(parse(Map.of(), "key").word()).isEmpty();
        assertThat(parse(Map.of(), "key", "--port", "1").word()).isEmpty();
        assertThat(parse(Map.of(), "key", "rotate", "--port", "1").word()).isEqualTo("rotate");
        assertThatThrownBy(() -> parse(Map.of(), "key", "rotate", "more")).hasMessageContaining("more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "7788x"})
    void whatIsNoPortIsRefused(String port) {
        assertThatThrownBy(() -> parse(Map.of(), "run", "--port", port))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(port);
    }

    @Test
    void unknownAndUnfinishedArgumentsAreRefused() {
        assertThatThrownBy(() -> parse(Map.of(), "run", "--prot", "1")).hasMessageContaining("--prot");
        assertThatThrownBy(() -> parse(Map.of(), "run", "more")).hasMessageContaining("more");
        assertThatThrownBy(() -> parse(Map.of(), "run", "--home")).hasMessageContaining("--home needs a value");
    }

    private static Options parse(Map<String, String> environment, String... arguments) {
        return Options.parse(List.of(arguments), environment, DISTRIBUTION);
    }
}
