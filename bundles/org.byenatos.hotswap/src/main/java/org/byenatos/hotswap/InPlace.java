package org.byenatos.hotswap;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Replaces the content of a running bundle; goes back to what ran before if the new content does not come up. */
final class InPlace {

    private final BundleHealth health;
    private final Deployments deployments;

    InPlace(BundleHealth health, Deployments deployments) {
        this.health = health;
        this.deployments = deployments;
    }

    /** @throws BundleException if the new content does not come up; what ran before runs again then */
    void replace(Bundle bundle, DroppedJar jar) throws Exception {
        Optional<Deployment> before = deployments.of(bundle.getSymbolicName());
        try {
            update(bundle, jar.file());
        } catch (BundleException refused) {
            restore(bundle, before);
            throw refused;
        }
        deployments.put(new Deployment(bundle.getSymbolicName(), jar.digest(), bundle.getLocation()), jar.file());
    }

    /** Goes back to the content that was shipped. */
    void restoreShipped(Bundle bundle) throws Exception {
        bundle.update();
        deployments.remove(bundle.getSymbolicName());
    }

    private void update(Bundle bundle, Path content) throws Exception {
        try (InputStream in = Files.newInputStream(content)) {
            bundle.update(in);
        }
        if (bundle.getState() != Bundle.ACTIVE) {
            bundle.start();
        }
        Optional<String> fault = health.await(bundle);
        if (fault.isPresent()) {
            throw new BundleException(fault.get());
        }
    }

    private void restore(Bundle bundle, Optional<Deployment> before) throws Exception {
        if (before.isPresent()) {
            update(bundle, deployments.copy(bundle.getSymbolicName()));
        } else {
            bundle.update();
            bundle.start();
        }
    }
}
