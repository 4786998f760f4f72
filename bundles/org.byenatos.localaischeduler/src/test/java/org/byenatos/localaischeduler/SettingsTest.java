package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.byenatos.localaischeduler.model.ModelSettings;
import org.byenatos.localaischeduler.queue.QueueSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final int HALF =
            Math.max(1, Math.min(16, Runtime.getRuntime().availableProcessors() / 2));

    @Test
    void hasDefaults() {
        assertThat(Settings.of(configuration(Map.of()), Map.of("component.name", "x", "service.pid", "y")))
                .isEqualTo(new Settings(
                        new QueueSettings(HALF, 256, 8_000_000, Duration.ofMillis(500), Duration.ofMillis(10)),
                        new ModelSettings(300L << 20, Duration.ofMinutes(30), Duration.ofSeconds(5)),
                        new Settings.Compute(Duration.ofMillis(4), 4 << 20, true),
                        Duration.ofSeconds(5)));
    }

    @Test
    void knowsItsKeys() {
        for (Method key : LocalAiConfiguration.class.getDeclaredMethods()) {
            Map<String, Object> given = Map.of(property(key), key.getDefaultValue());
            assertThat(Settings.of(configuration(given), given)).isNotNull();
        }
        assertThat(Arrays.stream(LocalAiConfiguration.class.getDeclaredMethods())
                        .map(SettingsTest::property))
                .containsExactlyInAnyOrder(
                        "worker.threads",
                        "queue.capacity",
                        "queue.capacity.characters",
                        "ageing.millis",
                        "turn.millis",
                        "drain.millis",
                        "model.memory.mib",
                        "model.idle.minutes",
                        "model.scan.seconds",
                        "batch.millis",
                        "embedding.cache.mib",
                        "battery.saver");
    }

    @ParameterizedTest
    @CsvSource({
        "worker.threads, -1",
        "worker.threads, 17",
        "queue.capacity, 0",
        "ageing.millis, 0",
        "turn.millis, -1",
        "drain.millis, 60001",
        "model.memory.mib, 0",
        "model.idle.minutes, 0",
        "model.scan.seconds, 3601",
        "batch.millis, 0",
        "embedding.cache.mib, -1",
        "worker.thread, 1",
        "worker_threads, 1",
    })
    void refusesWhatIsOutOfRangeOrUnknown(String key, int value) {
        Map<String, Object> given = Map.of(key, value);
        assertThatThrownBy(() -> Settings.of(configuration(given), given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.byenatos.localaischeduler")
                .hasMessageContaining(key);
    }

    /** The annotation with its defaults where the properties are silent, as Declarative Services makes it. */
    static LocalAiConfiguration configuration(Map<String, Object> properties) {
        return (LocalAiConfiguration) Proxy.newProxyInstance(
                LocalAiConfiguration.class.getClassLoader(),
                new Class<?>[] {LocalAiConfiguration.class, Annotation.class},
                (proxy, method, arguments) -> properties.getOrDefault(property(method), method.getDefaultValue()));
    }

    /** Declarative Services reads an underscore as a dot. */
    private static String property(Method key) {
        return key.getName().replace('_', '.');
    }
}
