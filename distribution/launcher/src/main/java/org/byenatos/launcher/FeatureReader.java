package org.byenatos.launcher;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads OSGi features (chapter 159 of OSGi Compendium R8) as far as a launcher needs them: their bundles. */
final class FeatureReader {

    /** Start level of a bundle whose feature names none. */
    static final int DEFAULT_START_LEVEL = 20;

    private FeatureReader() {}

    /**
     * The bundles of all features in a folder, in the order of files and lines.
     *
     * @throws LaunchException if a file is no feature, or two name one bundle
     */
    static List<FeatureBundle> read(Path folder) {
        Map<String, FeatureBundle> bundles = new LinkedHashMap<>();
        for (Path file : Distribution.files(folder, ".json")) {
            for (FeatureBundle bundle : bundles(file)) {
                if (bundles.putIfAbsent(bundle.location(), bundle) != null) {
                    throw new LaunchException(file + " names " + bundle.artifact() + ", which another feature has.");
                }
            }
        }
        return List.copyOf(bundles.values());
    }

    private static List<FeatureBundle> bundles(Path file) {
        try {
            Map<String, Object> feature = JSON.std.mapFrom(Files.readString(file));
            return ((List<?>) feature.getOrDefault("bundles", List.of()))
                    .stream().map(entry -> bundle((Map<?, ?>) entry)).toList();
        } catch (IOException | ClassCastException | NullPointerException e) {
            throw new LaunchException("Not a feature: " + file + ": " + e.getMessage(), e);
        }
    }

    private static FeatureBundle bundle(Map<?, ?> entry) {
        Object level = entry.get("bundleStartLevel");
        int startLevel = level instanceof Number number ? number.intValue() : DEFAULT_START_LEVEL;
        return new FeatureBundle(String.valueOf(entry.get("id")), startLevel);
    }
}
