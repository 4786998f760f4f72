package org.byenatos.ai.engine;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.byenatos.ai.engine.model.Limits;
import org.byenatos.ai.engine.model.ModelOpener;
import org.byenatos.api.ai.model.ModelEngine;
import org.byenatos.api.ai.model.ModelSpec;
import org.byenatos.api.ai.model.OpenModel;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Wires the engine for ONNX files. */
@Component(service = ModelEngine.class, immediate = true)
public final class OnnxEngine implements ModelEngine {

    private static final String NAME = "onnxruntime";

    private final EngineThread thread;
    private final ModelOpener opener = new ModelOpener(Limits.ofThisMachine());
    private final OpenModels models = new OpenModels();

    /** The runtime is started when the first model is opened. */
    @Activate
    public OnnxEngine(BundleContext context) {
        this(runtime(Path.of(context.getProperty("byenatos.home"), "cache", "natives")));
    }

    OnnxEngine(NativeRuntime runtime) {
        this.thread = new EngineThread(runtime);
    }

    @Deactivate
    void stop() {
        thread.stop();
        models.stop();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return NativeRuntime.VERSION;
    }

    @Override
    public OpenModel open(Path folder, ModelSpec spec) {
        return thread.call(() -> models.track(opener.open(folder, spec)));
    }

    private static NativeRuntime runtime(Path cache) {
        Path folder = cache.resolve("onnxruntime-" + NativeRuntime.VERSION);
        return new NativeRuntime(() -> new Natives(CharSpan.class.getClassLoader(), names(), folder), cache);
    }

    /** What the library's fragment holds for this machine. */
    private static List<String> names() {
        Enumeration<URL> entries = FrameworkUtil.getBundle(CharSpan.class).findEntries("natives", "*", false);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .map(entry -> entry.getPath().substring(1))
                        .toList();
    }
}
