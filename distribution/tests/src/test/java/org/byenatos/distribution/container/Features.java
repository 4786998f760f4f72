package org.byenatos.distribution.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** The bundles that the distribution's features name, as files. */
final class Features {

    private Features() {}

    /**
     * A bundle of a feature.
     *
     * @param jar where it lies
     * @param startLevel when it starts
     */
    record FeatureBundle(Path jar, int startLevel) {

        /** Whether it belongs to another bundle and is not started. */
        boolean isFragment() throws IOException {
            try (JarFile file = new JarFile(jar.toFile())) {
                return file.getManifest().getMainAttributes().getValue(Constants.FRAGMENT_HOST) != null;
            }
        }
    }

    static List<FeatureBundle> bundles(Path distribution) {
        List<FeatureBundle> bundles = new ArrayList<>();
        try (Stream<Path> features = Files.list(distribution.resolve("features"))) {
            for (Path feature :
                    features.filter(file -> file.toString().endsWith(".json")).toList()) {
                for (JsonNode bundle :
                        new ObjectMapper().readTree(feature.toFile()).get("bundles")) {
                    bundles.add(new FeatureBundle(
                            jar(distribution, bundle.get("id").asText()),
                            bundle.get("bundleStartLevel").asInt()));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bundles;
    }

    private static Path jar(Path distribution, String id) throws IOException {
        String[] parts = id.split(":");
        String name = parts[1] + "-" + parts[parts.length - 1] + ".jar";
        try (Stream<Path> files = Files.walk(distribution.resolve("lib"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in lib"));
        }
    }
}
