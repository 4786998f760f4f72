package org.byenatos.hotswap;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Owns the jars in the hot-deploy folder that hold another build of an installed bundle: the running one is replaced,
 * whatever the versions, so that of each symbolic name one copy runs. A jar that does not come up is refused and what
 * ran before runs on; a jar that is taken away gives the shipped bundle back. Jars of unknown bundles are left to File
 * Install. All calls come from its watcher's one thread.
 */
@Component(service = ArtifactInstaller.class)
public final class HotSwap implements ArtifactInstaller {

    private static final System.Logger LOG = System.getLogger(HotSwap.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Deployments deployments;
    private final InPlace inPlace;
    private final Overlapping overlapping;

    /**
     * @param context where bundles are installed
     * @param components tells how a bundle's components fare
     */
    @Activate
    public HotSwap(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.deployments = new Deployments(context.getDataFile("").toPath());
        BundleHealth health = new BundleHealth(components, PATIENCE);
        this.inPlace = new InPlace(health, deployments);
        this.overlapping = new Overlapping(context, health, deployments);
    }

    @Override
    public boolean canHandle(File file) {
        return DroppedJar.of(file)
                .map(jar -> !copiesOf(jar.symbolicName()).isEmpty() && !ownedByFileInstall(jar))
                .orElseGet(() -> deployments.deployedBy(file.getName()).isPresent());
    }

    @Override
    public void install(File file) {
        DroppedJar.of(file).ifPresent(this::deploy);
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        deployments.deployedBy(file.getName()).flatMap(deployments::of).ifPresent(this::withdraw);
    }

    private void deploy(DroppedJar jar) {
        try {
            List<Bundle> running = copiesOf(jar.symbolicName());
            if (runsAlready(jar)) {
                retireShippedBeside(jar, running);
                return;
            }
            if (jar.overlap()) {
                overlapping.replace(running, jar);
            } else {
                inPlace.replace(running.get(0), jar);
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "Replaced {0} by {1}",
                    jar.symbolicName(),
                    jar.file().getFileName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception refused) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Refused " + jar.file().getFileName() + "; what ran before runs on",
                    refused);
        }
    }

    private void withdraw(Deployment deployment) {
        try {
            List<Bundle> running = copiesOf(deployment.symbolicName());
            if (running.get(0).getLocation().equals(deployment.shipped())) {
                inPlace.restoreShipped(running.get(0));
            } else {
                overlapping.restoreShipped(running, deployment);
            }
            LOG.log(System.Logger.Level.INFO, "Went back to the shipped {0}", deployment.symbolicName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.ERROR, "Cannot go back to the shipped " + deployment.symbolicName(), failed);
        }
    }

    private boolean runsAlready(DroppedJar jar) throws IOException {
        Optional<Deployment> before = deployments.of(jar.symbolicName());
        return before.isPresent() && before.get().digest().equals(jar.digest());
    }

    /** After a restart the launcher has installed the shipped copy again beside the one that took over from it. */
    private void retireShippedBeside(DroppedJar jar, List<Bundle> running) throws BundleException {
        if (jar.overlap()) {
            overlapping.retire(running.stream()
                    .filter(bundle -> !bundle.getLocation().startsWith("hotswap:"))
                    .toList());
        }
    }

    private boolean ownedByFileInstall(DroppedJar jar) {
        String location = jar.file().toUri().toString();
        return copiesOf(jar.symbolicName()).stream()
                .anyMatch(bundle -> bundle.getLocation().endsWith(location));
    }

    private List<Bundle> copiesOf(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .toList();
    }
}
