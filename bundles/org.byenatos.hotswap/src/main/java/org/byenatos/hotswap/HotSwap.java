package org.byenatos.hotswap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Owns the jars in the hot-deploy folder that hold another build of a bundle of the distribution: the running one is
 * replaced, whatever the versions, so that of each symbolic name one copy runs. A jar that does not come up is refused
 * and what ran before runs on; a jar that is taken away gives back the one dropped before it, or the shipped bundle.
 * Jars of other bundles are left to File Install. All calls come from its watcher's one thread.
 */
@Component(service = ArtifactInstaller.class)
public final class HotSwap implements ArtifactInstaller {

    private static final System.Logger LOG = System.getLogger(HotSwap.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Path staging;
    private final Drops drops;
    private final Replacement replacement;

    /**
     * @param context where bundles are installed
     * @param components tells how a bundle's components fare
     */
    @Activate
    public HotSwap(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.folder = Path.of(context.getProperty("felix.fileinstall.dir"));
        this.staging = context.getDataFile("staged.jar").toPath();
        this.drops = new Drops(context.getDataFile("").toPath());
        Shipped shipped = new Shipped(
                Optional.ofNullable(context.getProperty("byenatos.shipped")).map(Path::of));
        this.replacement = new Replacement(context, shipped, drops, new BundleHealth(context, components, PATIENCE));
        drops.all().stream()
                .filter(drop -> Files.notExists(folder.resolve(drop.file())))
                .forEach(this::withdraw);
    }

    @Override
    public boolean canHandle(File file) {
        return DroppedJar.of(file)
                .map(jar -> replacement.concerns(jar.symbolicName()))
                .orElseGet(() -> drops.ofFile(file.getName()).isPresent());
    }

    @Override
    public void install(File file) {
        try {
            DroppedJar.of(file).flatMap(this::stage).ifPresent(this::deploy);
        } catch (UncheckedIOException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "Cannot read " + file.getName() + "; what runs runs on", unreadable);
        }
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        drops.ofFile(file.getName()).ifPresent(this::withdraw);
    }

    private Optional<DroppedJar> stage(DroppedJar jar) {
        try {
            return jar.staged(staging);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void deploy(DroppedJar jar) {
        String name = jar.name();
        try {
            Optional<Drop> known = drops.ofFile(name);
            if (known.isPresent() && known.get().digest().equals(jar.digest())) {
                return;
            }
            replacement.deploy(jar);
            LOG.log(System.Logger.Level.INFO, "Replaced {0} by {1}", jar.symbolicName(), name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception refused) {
            LOG.log(System.Logger.Level.ERROR, "Refused " + name + "; what ran before runs on", refused);
        }
    }

    private void withdraw(Drop drop) {
        try {
            boolean ran =
                    drops.running(drop.symbolicName()).filter(drop::equals).isPresent();
            drops.remove(drop);
            if (ran) {
                String now = replacement.fallBack(drop, folder);
                LOG.log(System.Logger.Level.INFO, "{0} is gone; {1} runs again", drop.file(), now);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    drop.file() + " is gone, and what was before it does not come up; it runs on",
                    failed);
        }
    }
}
