package org.byenatos.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.byenatos.api.security.KeyVault;
import org.byenatos.security.file.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread of the HTTP server that has sealed something must not hold the bundle that it sealed with. */
class ClassLoaderLeakTest {

    @TempDir
    Path home;

    @Test
    void threadsThatSealedHoldNoClassLoader() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            WeakReference<ClassLoader> bundle = sealOn(thread);
            for (int i = 0; i < 100 && bundle.get() != null; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(bundle.get()).isNull();
        } finally {
            thread.shutdownNow();
        }
    }

    private WeakReference<ClassLoader> sealOn(ExecutorService thread) throws Exception {
        ClassLoader bundle = new Bundle();
        thread.submit(() -> seal(bundle)).get(60, TimeUnit.SECONDS);
        return new WeakReference<>(bundle);
    }

    private byte[] seal(ClassLoader bundle) throws ReflectiveOperationException {
        Class<?> layout = bundle.loadClass(SecretsLayout.class.getName());
        Class<?> files = bundle.loadClass(PrivateFiles.class.getName());
        Class<?> sources = bundle.loadClass(KeySources.class.getName());
        Class<?> vaults = bundle.loadClass(FileKeyVault.class.getName());
        assertThat(vaults).isNotEqualTo(FileKeyVault.class);
        KeyVault vault = (KeyVault) vaults.getMethod("open", layout, sources, files, Clock.class)
                .invoke(
                        null,
                        layout.getConstructor(Path.class).newInstance(home),
                        sources.getMethod("none").invoke(null),
                        files.getConstructor().newInstance(),
                        Clock.systemUTC());
        return vault.cipher("mei").seal(new byte[10], new byte[0]);
    }

    /** Loads the classes of this bundle itself, and those of the API and the JDK from its parent. */
    private static final class Bundle extends URLClassLoader {

        Bundle() throws IOException {
            super(
                    new URL[] {
                        FileKeyVault.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    ClassLoaderLeakTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.byenatos.security.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
