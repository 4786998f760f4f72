package org.byenatos.hotswap;

import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Starts a new copy of a bundle beside the running one, and removes that only when the new copy is up: for bundles whose
 * absence even for a moment would fail a request.
 */
final class Overlapping {

    private final BundleContext context;
    private final BundleHealth health;
    private final Deployments deployments;

    Overlapping(BundleContext context, BundleHealth health, Deployments deployments) {
        this.context = context;
        this.health = health;
        this.deployments = deployments;
    }

    /** @throws BundleException if the new copy does not come up; the old one runs on then */
    void replace(List<Bundle> running, DroppedJar jar) throws Exception {
        String digest = jar.digest();
        String shipped = deployments
                .of(jar.symbolicName())
                .map(Deployment::shipped)
                .orElse(running.get(0).getLocation());
        try (InputStream in = Files.newInputStream(jar.file())) {
            bringUp(context.installBundle("hotswap:" + jar.symbolicName() + ":" + digest, in));
        }
        retire(running);
        deployments.put(new Deployment(jar.symbolicName(), digest, shipped), jar.file());
    }

    /** Goes back to the copy that was shipped. */
    void restoreShipped(List<Bundle> running, Deployment deployment) throws Exception {
        bringUp(context.installBundle(deployment.shipped()));
        retire(running.stream()
                .filter(bundle -> !bundle.getLocation().equals(deployment.shipped()))
                .toList());
        deployments.remove(deployment.symbolicName());
    }

    /** Removes copies that another has taken over from. */
    void retire(List<Bundle> copies) throws BundleException {
        for (Bundle copy : copies) {
            copy.stop();
            copy.uninstall();
        }
    }

    private void bringUp(Bundle copy) throws Exception {
        copy.start();
        Optional<String> fault = health.await(copy);
        if (fault.isPresent()) {
            copy.uninstall();
            throw new BundleException(fault.get());
        }
    }
}
