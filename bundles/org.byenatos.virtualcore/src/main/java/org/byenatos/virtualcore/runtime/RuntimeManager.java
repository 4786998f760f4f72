package org.byenatos.virtualcore.runtime;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.byenatos.api.CoreStatus;
import org.byenatos.api.ModuleStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Knows how the modules fare, since when the core runs, and what memory it uses. Thread-safe. */
public final class RuntimeManager {

    private static final String PRODUCT = "Byenatos virtual core";

    private final BundleContext context;
    private final Modules modules;

    /**
     * @param context where the modules are bundles
     * @param modules their services
     */
    public RuntimeManager(BundleContext context, Modules modules) {
        this.context = context;
        this.modules = modules;
    }

    /** How the core fares now. */
    public CoreStatus status() {
        List<ModuleStatus> states = List.of(
                module("VirtualCore", true),
                module("PersonalizationMemory", modules.memory().present()),
                module("AppLifecycle", modules.authenticator().present()),
                module("DataFileSystem", modules.storage().present()),
                module("LocalAIScheduler", modules.ai().present()));
        boolean ready = states.stream().allMatch(state -> state.state().equals("active"));
        Duration uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return new CoreStatus(PRODUCT, version(context.getBundle()), ready, uptime, states);
    }

    /** Part of the heap's limit that is in use, 0..1. */
    public double heapUse() {
        Runtime jvm = Runtime.getRuntime();
        return (double) (jvm.totalMemory() - jvm.freeMemory()) / jvm.maxMemory();
    }

    private ModuleStatus module(String name, boolean serves) {
        String symbolicName = "org.byenatos." + name.toLowerCase(Locale.ROOT);
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .map(bundle -> new ModuleStatus(name, state(bundle, serves), version(bundle)))
                .orElse(new ModuleStatus(name, "missing", "none"));
    }

    private static String state(Bundle bundle, boolean serves) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return "stopped";
        }
        return serves ? "active" : "starting";
    }

    private static String version(Bundle bundle) {
        return bundle.getVersion().toString();
    }
}
