package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.byenatos.datafilesystem.index.rank.Weights;
import org.junit.jupiter.api.Test;

class IndexSettingsTest {
    private static final Path FOLDER = Path.of("index");

    @Test
    void hasDefaults() {
        for (Method setting : IndexConfiguration.class.getDeclaredMethods()) {
            assertThat(setting.getDefaultValue()).as(setting.getName()).isNotNull();
        }
        assertThat(IndexConfiguration.class.getDeclaredMethods()).hasSize(15);
    }

    @Test
    void theWeightsThatWereMeasuredAreTheDefaults() throws ReflectiveOperationException {
        for (RecordComponent weight : Weights.class.getRecordComponents()) {
            assertThat(IndexConfiguration.class
                            .getMethod("weight_" + weight.getName())
                            .getDefaultValue())
                    .as(weight.getName())
                    .isEqualTo(weight.getAccessor().invoke(Weights.MEASURED));
        }
    }

    @Test
    void readsEveryValue() {
        assertThat(IndexSettings.of(FOLDER, new Configured(3, 4, 5, 6, 7, 0.1f, 1), Set.of("max.open", "service.pid")))
                .isEqualTo(new IndexSettings(
                        FOLDER,
                        3,
                        4,
                        5,
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7),
                        new Weights(0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 1, 0.6f, 0.7f, 0.8f, 0.9f)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused(new Configured(1, 1, 1, 1, 1, 1, 1), Set.of("max_open"), "max_open");
        assertRefused(new Configured(1, 0, 1, 1, 1, 1, 1), Set.of(), "cache.mib");
        assertRefused(new Configured(1, 1, 1, 1, 1, -1, 1), Set.of(), "weight.neighbours");
        assertRefused(new Configured(1, 1, 1, 1, 1, Float.NaN, 1), Set.of(), "weight.neighbours");
        assertRefused(new Configured(1, 1, 1, 1, 1, 1, 1.1f), Set.of(), "weight.parts");
    }

    private static void assertRefused(Configured configured, Set<String> keys, String word) {
        assertThatThrownBy(() -> IndexSettings.of(FOLDER, configured, keys))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Configured(
            int max_open,
            int cache_mib,
            int buffer_mib,
            int commit_seconds,
            int idle_seconds,
            float weight_neighbours,
            float weight_parts)
            implements IndexConfiguration {
        @Override
        public float weight_thread() {
            return 0.2f;
        }

        @Override
        public float weight_author() {
            return 0.3f;
        }

        @Override
        public float weight_date() {
            return 0.4f;
        }

        @Override
        public float weight_related() {
            return 0.5f;
        }

        @Override
        public float weight_meaning() {
            return 0.6f;
        }

        @Override
        public float weight_answer() {
            return 0.7f;
        }

        @Override
        public float weight_kind() {
            return 0.8f;
        }

        @Override
        public float weight_asking() {
            return 0.9f;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return IndexConfiguration.class;
        }
    }
}
