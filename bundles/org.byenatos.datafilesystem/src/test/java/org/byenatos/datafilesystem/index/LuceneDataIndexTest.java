package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.byenatos.datafilesystem.index.IndexFixture.APP;
import static org.byenatos.datafilesystem.index.IndexFixture.USER;
import static org.byenatos.datafilesystem.index.IndexFixture.ids;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.byenatos.api.event.CoreEvent;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.api.search.SearchRequest;
import org.byenatos.datafilesystem.JceVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class LuceneDataIndexTest {
    private static final SearchRequest WALNUT =
            IndexFixture.request("walnut", 10, RecordFilter.NONE, Visibility.EVERYTHING);

    private final MemoryStorage storage = new MemoryStorage();
    private final JceVault vault = new JceVault();

    @TempDir
    private Path home;

    @Test
    void answersUntilItIsStoppedAndSoDoesItsSuccessor() {
        LuceneDataIndex index = start();
        put("a");
        assertThat(ids(index.search(WALNUT))).containsExactly("a");
        assertThat(home.resolve("data/index")).isNotEmptyDirectory();
        index.stop();
        assertThatThrownBy(() -> index.search(WALNUT)).isInstanceOf(ModuleStoppedException.class);
        LuceneDataIndex successor = start();
        put("b");
        assertThat(ids(successor.search(WALNUT))).containsExactlyInAnyOrder("a", "b");
        successor.forget(USER);
        assertThat(ids(successor.search(WALNUT))).containsExactlyInAnyOrder("a", "b");
        successor.stop();
    }

    @Test
    void followsWhatIsStoredBeforeAnybodyAsks() throws InterruptedException {
        LuceneDataIndex index = start();
        put("a");
        index.on(new CoreEvent.HinataStored(Instant.EPOCH, USER, APP, 1));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (read() == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(read()).isEqualTo(1);
        index.stop();
    }

    private int read() {
        synchronized (storage) {
            return storage.read;
        }
    }

    private void put(String id) {
        storage.put(USER, APP, Notes.note(id, "walnut cake " + id).record());
    }

    private LuceneDataIndex start() {
        return new LuceneDataIndex(context(), new Defaults(), Map.of("service.pid", IndexSettings.PID), storage, vault);
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getProperty");
                    return arguments[0].equals("byenatos.home") ? home.toString() : null;
                });
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Defaults() implements IndexConfiguration {
        @Override
        public int max_open() {
            return 2;
        }

        @Override
        public int cache_mib() {
            return 1;
        }

        @Override
        public int buffer_mib() {
            return 1;
        }

        @Override
        public int commit_seconds() {
            return 1;
        }

        @Override
        public int idle_seconds() {
            return 1;
        }

        @Override
        public float weight_neighbours() {
            return 0.6f;
        }

        @Override
        public float weight_thread() {
            return 0.5f;
        }

        @Override
        public float weight_author() {
            return 0.4f;
        }

        @Override
        public float weight_date() {
            return 0.7f;
        }

        @Override
        public float weight_related() {
            return 0.15f;
        }

        @Override
        public float weight_parts() {
            return 0.6f;
        }

        @Override
        public float weight_meaning() {
            return 0.15f;
        }

        @Override
        public float weight_answer() {
            return 0.3f;
        }

        @Override
        public float weight_kind() {
            return 0.2f;
        }

        @Override
        public float weight_asking() {
            return 0.2f;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return IndexConfiguration.class;
        }
    }
}
