package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexSettingsTest {
    private static final Path FOLDER = Path.of("index");

    @Test
    void hasDefaults() throws NoSuchMethodException {
        for (String name : Set.of("max_open", "cache_mib", "buffer_mib", "commit_seconds", "idle_seconds")) {
            assertThat(IndexConfiguration.class.getMethod(name).getDefaultValue())
                    .isNotNull();
        }
        assertThat(IndexConfiguration.class.getDeclaredMethods()).hasSize(5);
    }

    @Test
    void readsEveryValue() {
        assertThat(IndexSettings.of(FOLDER, new Configured(3, 4, 5, 6, 7), Set.of("max.open", "service.pid")))
                .isEqualTo(new IndexSettings(FOLDER, 3, 4, 5, Duration.ofSeconds(6), Duration.ofSeconds(7)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> IndexSettings.of(FOLDER, new Configured(1, 1, 1, 1, 1), Set.of("max_open")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max_open");
        assertThatThrownBy(() -> IndexSettings.of(FOLDER, new Configured(1, 0, 1, 1, 1), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cache.mib");
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Configured(int max_open, int cache_mib, int buffer_mib, int commit_seconds, int idle_seconds)
            implements IndexConfiguration {
        @Override
        public Class<? extends Annotation> annotationType() {
            return IndexConfiguration.class;
        }
    }
}
