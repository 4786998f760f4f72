package org.byenatos.ai.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.byenatos.ai.engine.text.TextTokenizer;

/** The engine with the natives of the tests' class path, one for all tests of a JVM: they load once. */
public final class EngineForTests {

    private static final OnnxEngine ENGINE = another();

    private EngineForTests() {}

    /** The engine. */
    public static OnnxEngine get() {
        return ENGINE;
    }

    /** Another one beside it. */
    static OnnxEngine another() {
        return new OnnxEngine(runtime());
    }

    /** Hugging Face's tokenizer of a file, natively. */
    public static TextTokenizer nativeTokenizer(Path file, int maximumTokens) throws IOException {
        runtime().start();
        return TextTokenizer.open(Files.readString(file), maximumTokens);
    }

    private static NativeRuntime runtime() {
        Path cache = Path.of("target", "natives").toAbsolutePath();
        return new NativeRuntime(() -> new Natives(EngineForTests.class.getClassLoader(), names(), cache), cache);
    }

    /** What the fragment for this machine would hold, where the tests' class path has it. */
    static List<String> names() {
        String system = System.getProperty("os.name");
        boolean windows = system.startsWith("Windows");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String os = windows ? "win" : system.startsWith("Mac") ? "osx" : "linux";
        String runtime = "ai/onnxruntime/native/" + os + (arm ? "-aarch64/" : "-x64/");
        String tokenizers = "native/lib/" + os + (arm ? "-aarch64/cpu/" : "-x86_64/cpu/");
        Stream<String> support =
                windows ? Stream.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll") : Stream.of();
        return Stream.concat(
                        Stream.of("onnxruntime", "onnxruntime4j_jni")
                                .map(name -> runtime + System.mapLibraryName(name)),
                        Stream.concat(support, Stream.of(System.mapLibraryName("tokenizers")))
                                .map(name -> tokenizers + name))
                .toList();
    }
}
