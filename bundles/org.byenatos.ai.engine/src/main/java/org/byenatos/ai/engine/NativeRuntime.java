package org.byenatos.ai.engine;

import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Brings DJL and the two native libraries into this JVM. What they read from system properties is set before any of
 * their classes loads: no network, no telemetry, no thread, no file but in the cache.
 *
 * @param libraries gives the libraries; asked for them when the runtime starts, as that may load the first of DJL's classes
 * @param cache where the libraries may write
 */
record NativeRuntime(Supplier<Natives> libraries, Path cache) {

    /** The version of ONNX Runtime. */
    static final String VERSION = "1.23.2";

    private static final System.Logger LOG = System.getLogger(NativeRuntime.class.getName());

    /**
     * To be called on the thread that opens models, before any other thread touches a class of DJL. The thread's class loader is
     * the library's from then on, since DJL looks there for its engine.
     *
     * @throws IOException if there are no libraries for this machine, or no room for them; what the libraries themselves
     *     throw comes as it is, errors of linking too
     */
    void start() throws IOException {
        long begin = System.nanoTime();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        System.setProperty("ai.djl.onnxruntime.num_threads", "1");
        System.setProperty("ai.djl.onnxruntime.num_interop_threads", "1");
        Natives natives = libraries.get();
        Thread.currentThread().setContextClassLoader(natives.source());
        natives.unpack();
        System.setProperty("onnxruntime.native.path", natives.folder().toString());
        System.setProperty("RUST_LIBRARY_PATH", natives.library("tokenizers").toString());
        Engine.getEngine("OnnxRuntime");
        LibUtils.checkStatus();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        LOG.log(Level.INFO, "ONNX Runtime {0} is there after {1} ms", VERSION, millis);
    }
}
