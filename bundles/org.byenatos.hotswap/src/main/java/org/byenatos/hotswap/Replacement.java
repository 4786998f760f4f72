package org.byenatos.hotswap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Knows what runs of each symbolic name and replaces it, in place or beside it as the new jar asks. */
final class Replacement {

    private static final String SHIPPED = "byenatos:";
    private static final String BESIDE = "hotswap:";

    private final BundleContext context;
    private final Shipped shipped;
    private final Drops drops;
    private final InPlace inPlace;
    private final Overlapping overlapping;

    /**
     * @param context where bundles are installed
     * @param shipped the distribution's jars
     * @param drops what was dropped
     * @param health tells whether a bundle came up
     */
    Replacement(BundleContext context, Shipped shipped, Drops drops, BundleHealth health) {
        this.context = context;
        this.shipped = shipped;
        this.drops = drops;
        this.inPlace = new InPlace(context, health);
        this.overlapping = new Overlapping(context, health);
    }

    /** Whether a symbolic name is that of a bundle of the distribution. */
    boolean concerns(String symbolicName) {
        return !copiesOf(symbolicName).isEmpty();
    }

    /** Lets a dropped jar take over. */
    void deploy(DroppedJar jar) throws Exception {
        List<Bundle> running = copiesOf(jar.symbolicName());
        if (running.contains(context.getBundle())) {
            throw new BundleException("this bundle cannot replace itself while it runs; replace the distribution");
        }
        String location = drops.running(jar.symbolicName()).map(Drop::shipped).orElseGet(() -> running.get(0)
                .getLocation());
        Drop drop = new Drop(jar.symbolicName(), location, jar.digest(), jar.name());
        if (drops.running(jar.symbolicName()).filter(drop::hasContentOf).isPresent()) {
            drops.add(drop, jar.content());
            return;
        }
        if (jar.overlap()) {
            overlapping.replace(running, BESIDE + drop.symbolicName() + ":" + drop.digest(), jar.content());
        } else {
            inPlace.replace(running.get(0), jar.content(), current(running.get(0)));
        }
        drops.add(drop, jar.content());
    }

    /**
     * Lets take over what was before a dropped jar that is gone and forgotten.
     *
     * @return what that is
     */
    String fallBack(Drop gone, Path folder) throws Exception {
        Optional<Drop> before = drops.running(gone.symbolicName());
        if (before.isPresent() && Files.exists(folder.resolve(before.get().file()))) {
            Path jar = folder.resolve(before.get().file());
            deploy(DroppedJar.of(jar.toFile()).orElseThrow(() -> new IOException(jar + " cannot be read")));
            return before.get().file();
        }
        Path jar = shipped.jar(gone.shipped()).orElseThrow(() -> new IOException("the shipped jar is not known"));
        List<Bundle> running = copiesOf(gone.symbolicName());
        if (running.get(0).getLocation().equals(gone.shipped())) {
            inPlace.replace(running.get(0), jar, jar);
        } else {
            overlapping.replace(running, gone.shipped(), jar);
        }
        return "the shipped " + gone.symbolicName();
    }

    private Path current(Bundle running) throws IOException {
        Path dropped = drops.copy(running.getSymbolicName());
        if (Files.exists(dropped)) {
            return dropped;
        }
        return shipped.jar(running.getLocation())
                .orElseThrow(() -> new IOException("the jar that runs of " + running + " is not known"));
    }

    private List<Bundle> copiesOf(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .filter(bundle -> bundle.getLocation().startsWith(SHIPPED)
                        || bundle.getLocation().startsWith(BESIDE))
                .toList();
    }
}
