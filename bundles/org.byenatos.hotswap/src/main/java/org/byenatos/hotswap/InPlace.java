package org.byenatos.hotswap;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Replaces the content of a running bundle; goes back to what ran before if the new content does not come up. */
final class InPlace {

    private static final String TRIAL = "trial:hotswap";

    private final BundleContext context;
    private final FrameworkWiring wiring;
    private final BundleHealth health;

    /**
     * @param context where bundles are installed
     * @param health tells whether a bundle came up
     */
    InPlace(BundleContext context, BundleHealth health) {
        this.context = context;
        this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        this.health = health;
    }

    /**
     * Replaces a bundle's content.
     *
     * @param bundle the running bundle
     * @param content its new jar
     * @param before the jar that runs, to go back to
     * @throws BundleException if the new content does not come up; what ran before runs again then
     */
    void replace(Bundle bundle, Path content, Path before) throws Exception {
        requireResolvable(content);
        Set<String> tolerated = health.down(bundle);
        try {
            update(bundle, content, tolerated);
        } catch (BundleException | RuntimeException refused) {
            update(bundle, before, tolerated);
            throw refused;
        }
    }

    /** Content that cannot be resolved is found out before the running one is stopped. */
    private void requireResolvable(Path content) throws Exception {
        Bundle leftover = context.getBundle(TRIAL);
        if (leftover != null) {
            leftover.uninstall();
        }
        try (InputStream in = Files.newInputStream(content)) {
            Bundle trial = context.installBundle(TRIAL, in);
            try {
                if (!wiring.resolveBundles(List.of(trial))) {
                    trial.start(Bundle.START_TRANSIENT);
                }
            } finally {
                trial.uninstall();
            }
        }
    }

    private void update(Bundle bundle, Path content, Set<String> tolerated) throws Exception {
        bundle.stop(Bundle.STOP_TRANSIENT);
        try (InputStream in = Files.newInputStream(content)) {
            bundle.update(in);
        }
        if (wiring.getDependencyClosure(List.of(bundle)).size() > 1) {
            Refresh.of(wiring, bundle);
        }
        bundle.start(Bundle.START_ACTIVATION_POLICY);
        Optional<String> fault = health.await(bundle, tolerated);
        if (fault.isPresent()) {
            throw new BundleException(fault.get());
        }
    }
}
