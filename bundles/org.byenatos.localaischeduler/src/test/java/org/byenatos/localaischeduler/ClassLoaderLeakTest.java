package org.byenatos.localaischeduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.ai.AiTask;
import org.byenatos.api.ai.Priority;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.common.Json;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** After a swap nothing may hold the bundle: no worker, no thread that called it, no result that a caller kept. */
class ClassLoaderLeakTest {

    @Test
    void nothingHoldsAStoppedBundle() throws Exception {
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            AtomicReference<AiResult> kept = new AtomicReference<>();
            WeakReference<ClassLoader> loader = useOn(caller, kept);
            for (int i = 0; i < 100 && loader.get() != null; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(loader.get()).isNull();
            assertThat(kept.get().output().text()).contains("\"en\"");
        } finally {
            caller.shutdownNow();
        }
    }

    private static WeakReference<ClassLoader> useOn(ExecutorService caller, AtomicReference<AiResult> kept)
            throws Exception {
        ClassLoader bundle = new Bundle();
        caller.submit(() -> {
                    kept.set(use(bundle.loadClass(LocalAiScheduler.class.getName())));
                    return kept;
                })
                .get(60, TimeUnit.SECONDS);
        return new WeakReference<>(bundle);
    }

    private static AiResult use(Class<?> type) throws Exception {
        assertThat(type).isNotEqualTo(LocalAiScheduler.class);
        Class<?> configuration = type.getClassLoader().loadClass(LocalAiConfiguration.class.getName());
        Object defaults = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {configuration, Annotation.class},
                (proxy, method, arguments) -> method.getDefaultValue());
        BundleContext nowhere = (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null);
        Object scheduler = type.getConstructor(configuration, Map.class, BundleContext.class)
                .newInstance(defaults, Map.of(), nowhere);
        call(type, scheduler, "start");
        call(type, scheduler, "prepare");
        assertThat(((TokenCounter) scheduler).count("hello world", "o200k_base"))
                .isEqualTo(2);
        AiResult result = ((AiProcessor) scheduler)
                .compute(
                        new AiRequest(AiTask.LANGUAGE, new Json("\"Where is it?\""), null, Priority.NORMAL, null, null))
                .toCompletableFuture()
                .join();
        call(type, scheduler, "stop");
        return result;
    }

    private static void call(Class<?> type, Object target, String name) throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        method.invoke(target);
    }

    /** Loads the classes of this bundle itself, and those of the API, the libraries and the JDK from its parent. */
    private static final class Bundle extends URLClassLoader {

        Bundle() throws IOException {
            super(
                    new URL[] {
                        LocalAiScheduler.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    ClassLoaderLeakTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.byenatos.localaischeduler.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}
