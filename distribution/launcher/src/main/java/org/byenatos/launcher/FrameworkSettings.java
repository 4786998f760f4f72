package org.byenatos.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the framework is started with: {@code conf/framework.properties} of the distribution, then of the home, then what
 * only the launcher knows.
 */
final class FrameworkSettings {

    private final Distribution distribution;
    private final Home home;
    private final int port;

    FrameworkSettings(Distribution distribution, Home home, int port) {
        this.distribution = distribution;
        this.home = home;
        this.port = port;
    }

    /**
     * The properties, with every <code>${name}</code> replaced.
     *
     * @throws LaunchException if plain HTTP would leave this machine
     */
    Map<String, String> properties() {
        Map<String, String> known = known();
        Map<String, String> properties = new HashMap<>();
        for (Path folder : List.of(distribution.conf(), home.conf())) {
            read(folder.resolve("framework.properties"))
                    .forEach((key, value) -> properties.put((String) key, replace((String) value, known)));
        }
        properties.putAll(known);
        LoopbackOnly.check(properties.get("org.apache.felix.http.host"));
        return properties;
    }

    private Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        known.put("byenatos.home", home.root().toString());
        known.put("byenatos.distribution", distribution.root().toString());
        known.put("byenatos.port", Integer.toString(port));
        known.put("byenatos.version", distribution.version());
        known.put("byenatos.shipped", Container.shippedFile(home).toString());
        return known;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new LaunchException("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }

    private static String replace(String value, Map<String, String> known) {
        String result = value;
        for (Map.Entry<String, String> entry : known.entrySet()) {
            result = result.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return result;
    }
}
