package org.byenatos.hotswap;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * Starts a new copy of a bundle beside the running one, and removes that only when the new copy is up: for bundles whose
 * absence even for a moment would fail a request.
 */
final class Overlapping {

    private final BundleContext context;
    private final BundleHealth health;

    /**
     * @param context where bundles are installed
     * @param health tells whether a bundle came up
     */
    Overlapping(BundleContext context, BundleHealth health) {
        this.context = context;
        this.health = health;
    }

    /**
     * Starts a new copy and removes those that ran.
     *
     * @param running the running copies
     * @param location the new copy's
     * @param content its jar
     * @throws BundleException if the new copy does not come up; the old one runs on then
     */
    void replace(List<Bundle> running, String location, Path content) throws Exception {
        Set<String> tolerated =
                running.stream().flatMap(copy -> health.down(copy).stream()).collect(Collectors.toSet());
        try (InputStream in = Files.newInputStream(content)) {
            Bundle fresh = context.installBundle(location, in);
            running.stream().findFirst().ifPresent(copy -> fresh.adapt(BundleStartLevel.class)
                    .setStartLevel(startLevel(copy)));
            bringUp(fresh, tolerated);
            retire(running, fresh);
        }
    }

    private static void retire(List<Bundle> running, Bundle fresh) throws BundleException {
        for (Bundle copy : running) {
            if (!copy.equals(fresh)) {
                copy.stop();
                copy.uninstall();
            }
        }
    }

    private void bringUp(Bundle fresh, Set<String> tolerated) throws Exception {
        try {
            fresh.start(Bundle.START_ACTIVATION_POLICY);
            Optional<String> fault = health.await(fresh, tolerated);
            if (fault.isPresent()) {
                throw new BundleException(fault.get());
            }
        } catch (BundleException | RuntimeException refused) {
            fresh.uninstall();
            throw refused;
        }
    }

    private static int startLevel(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }
}
