package org.byenatos.ai.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The engine with the natives of the tests' class path, one for all tests of a JVM: they load once. */
public final class EngineForTests {

    private static final OnnxEngine ENGINE = start();

    private EngineForTests() {}

    /** The engine. */
    public static OnnxEngine get() {
        return ENGINE;
    }

    /** Another one beside it. */
    static OnnxEngine another() {
        Path cache = Path.of("target", "natives").toAbsolutePath();
        return new OnnxEngine(
                new NativeRuntime(new Natives(EngineForTests.class.getClassLoader(), names(), cache), cache));
    }

    /** As the fragment for Linux has them; elsewhere the libraries find theirs by themselves. */
    private static List<String> names() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return System.getProperty("os.name").equals("Linux")
                ? Stream.of(
                                "ai/onnxruntime/native/linux-%s/libonnxruntime.so",
                                "ai/onnxruntime/native/linux-%s/libonnxruntime4j_jni.so",
                                "native/lib/linux-%s/cpu/libtokenizers.so")
                        .map(name -> name.formatted(arm ? "aarch64" : name.startsWith("ai") ? "x64" : "x86_64"))
                        .toList()
                : List.of();
    }

    private static OnnxEngine start() {
        OnnxEngine engine = another();
        engine.start();
        return engine;
    }
}
