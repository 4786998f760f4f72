package org.byenatos.launcher;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the Configurator files (chapter 150 of OSGi Compendium R8) of the distribution and of the owner: what the owner
 * says about a member of a configuration goes before what the distribution ships.
 */
final class Configuration {

    /** What the specification wants of a document that no bundle holds. */
    private static final Map<String, Object> HEAD = Map.of(
            ":configurator:resource-version", 1,
            ":configurator:symbolic-name", "org.byenatos.distribution",
            ":configurator:version", "1.0.0");

    private Configuration() {}

    /**
     * One Configurator document of all files.
     *
     * @param folders in which files end in {@code .json}; later ones go before earlier ones
     * @throws LaunchException if a file is not such a document, or lets plain HTTP leave this machine
     */
    static String merge(List<Path> folders) {
        Map<String, Map<String, Object>> merged = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path file : Distribution.files(folder, ".json")) {
                add(file, merged);
            }
        }
        LoopbackOnly.check(merged);
        Map<String, Object> document = new LinkedHashMap<>(HEAD);
        document.putAll(merged);
        try {
            return JSON.std.asString(document);
        } catch (IOException e) {
            throw new LaunchException("Cannot write the configuration: " + e, e);
        }
    }

    private static void add(Path file, Map<String, Map<String, Object>> merged) {
        try {
            for (Map.Entry<String, Object> entry :
                    JSON.std.mapFrom(Files.readString(file)).entrySet()) {
                if (!entry.getKey().startsWith(":configurator:")) {
                    Map<String, Object> members = merged.computeIfAbsent(entry.getKey(), pid -> new LinkedHashMap<>());
                    ((Map<?, ?>) entry.getValue()).forEach((key, value) -> members.put((String) key, value));
                }
            }
        } catch (IOException | ClassCastException | NullPointerException e) {
            throw new LaunchException("Not a configuration: " + file + ": " + e.getMessage(), e);
        }
    }
}
