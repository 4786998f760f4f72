package org.byenatos.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedJarTest {

    @TempDir
    Path folder;

    @Test
    void readsNameAndWayOfSwap() throws IOException {
        Path module = jar("m.jar", Map.of("Bundle-SymbolicName", "org.example.m;singleton:=true"));
        Path gateway = jar("g.jar", Map.of("Bundle-SymbolicName", "org.example.g", "Byenatos-Swap", "overlap"));

        assertThat(DroppedJar.of(module.toFile())).contains(new DroppedJar("m.jar", module, "org.example.m", false));
        assertThat(DroppedJar.of(gateway.toFile())).contains(new DroppedJar("g.jar", gateway, "org.example.g", true));
    }

    @Test
    void isNothingWithoutASymbolicName() throws IOException {
        Path plain = jar("plain.jar", Map.of());
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        Path other = Files.writeString(folder.resolve("README.md"), "no jar");

        assertThat(DroppedJar.of(plain.toFile())).isEmpty();
        assertThat(DroppedJar.of(text.toFile())).isEmpty();
        assertThat(DroppedJar.of(other.toFile())).isEmpty();
    }

    @Test
    void digestIsOfTheContent() throws IOException {
        Path file = Files.writeString(folder.resolve("abc.jar"), "abc");

        assertThat(new DroppedJar("abc.jar", file, "org.example.m", false).digest())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aStagedJarKeepsItsContentWhenAnotherIsDropped() throws IOException {
        Path file = jar("m.jar", Map.of("Bundle-SymbolicName", "org.example.m", "Bundle-Version", "1"));
        DroppedJar staged = DroppedJar.of(file.toFile())
                .orElseThrow()
                .staged(folder.resolve("staged.jar"))
                .orElseThrow();
        String digest = staged.digest();
        jar("m.jar", Map.of("Bundle-SymbolicName", "org.example.m", "Bundle-Version", "2"));

        assertThat(staged.name()).isEqualTo("m.jar");
        assertThat(staged.digest()).isEqualTo(digest);
        assertThat(DroppedJar.of(file.toFile()).orElseThrow().digest()).isNotEqualTo(digest);
    }

    private Path jar(String name, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
        return file;
    }
}
