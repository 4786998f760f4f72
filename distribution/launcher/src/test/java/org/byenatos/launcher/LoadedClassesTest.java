package org.byenatos.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

class LoadedClassesTest {

    @TempDir
    Path folder;

    private Framework framework;
    private Bundle bundle;

    @BeforeEach
    void startWithABundle() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", folder.resolve("felix").toString()));
        framework.start();
        bundle = framework.getBundleContext().installBundle(jar().toUri().toString());
        bundle.start();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        System.clearProperty("loaded.classes.test");
    }

    @Test
    void nothingIsInitialized() throws IOException {
        new LoadedClasses(list(Initialized.class.getName()))
                .link(framework.getBundleContext().getBundles());
        assertThat(System.getProperty("loaded.classes.test")).isNull();
    }

    @Test
    void whatCannotBeLinkedIsLeft() throws IOException {
        LoadedClasses classes = new LoadedClasses(list(Unlinkable.class.getName()));
        assertThatCode(() -> classes.link(framework.getBundleContext().getBundles()))
                .doesNotThrowAnyException();
    }

    @Test
    void aMissingListIsNoFault() {
        LoadedClasses classes = new LoadedClasses(folder.resolve("absent"));
        assertThatCode(() -> classes.link(bundle)).doesNotThrowAnyException();
    }

    private Path list(String name) throws IOException {
        return Files.writeString(
                folder.resolve("loaded.txt"), name + " source: a bundle\njava.lang.Object source: jrt\n");
    }

    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "sample");
        Path jar = folder.resolve("sample.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(out, manifest)) {
            for (Class<?> type : new Class<?>[] {Initialized.class, Unlinkable.class}) {
                String entry = type.getName().replace('.', '/') + ".class";
                to.putNextEntry(new ZipEntry(entry));
                try (InputStream content = type.getClassLoader().getResourceAsStream(entry)) {
                    content.transferTo(to);
                }
            }
        }
        return jar;
    }

    static final class Initialized {
        static {
            System.setProperty("loaded.classes.test", "initialized");
        }
    }

    private static class Absent {}

    /** Its superclass is not in the bundle. */
    static final class Unlinkable extends Absent {}
}
