package org.byenatos.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelInput;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.ModelTask;
import org.byenatos.api.ai.model.OpenModel;
import org.byenatos.api.ai.model.Pooling;
import org.byenatos.api.error.UnavailableException;
import org.junit.jupiter.api.Test;

class TableEngineTest {

    private static final Path FOLDER = Path.of("..", "..", "models", "byenatos-static-v1");
    private static final List<ModelInput> TEXTS = List.of(new ModelInput("A walk along the river"));

    @Test
    void itsEndClosesItsModelsAndThoseThatCome() {
        TableEngine engine = new TableEngine();
        OpenModel model = engine.open(FOLDER, spec());
        assertThat(model.run(TEXTS).rows()).hasSize(1);
        engine.stop();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> model.run(TEXTS));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> engine.open(FOLDER, spec()));
    }

    /** Its classes in a loader that has no others of the bundle's libraries for native models. */
    @Test
    void needsNoClassOfTheNativeLibraries() throws Exception {
        Object engine = new WithoutNatives()
                .loadClass(TableEngine.class.getName())
                .getConstructor()
                .newInstance();
        assertThat(engine).isInstanceOf(ModelEngine.class).isNotInstanceOf(TableEngine.class);
        try (OpenModel model = ((ModelEngine) engine).open(FOLDER, spec())) {
            assertThat(model.run(TEXTS).rows().get(0)).hasSize(256);
        }
        assertThat(((ModelEngine) engine).name()).isEqualTo("table");
    }

    private static ModelSpec spec() {
        return new ModelSpec(
                "byenatos-static-v1",
                ModelTask.EMBEDDING,
                "table",
                Map.of("model.onnx.data", ""),
                256,
                512,
                Pooling.NONE,
                false,
                "",
                "",
                List.of(),
                List.of("en", "zh"),
                null);
    }

    private static final class WithoutNatives extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("ai.")) {
                throw new ClassNotFoundException(name);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                boolean own = name.startsWith("org.byenatos.ai.engine.");
                return known != null ? known : own ? own(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try (InputStream file = TableEngine.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
