package org.byenatos.launcher;

import java.nio.file.Path;

/**
 * A bundle that a feature names.
 *
 * @param artifact {@code group:artifact[:type[:classifier]]:version}
 * @param startLevel when it starts
 */
record FeatureBundle(String artifact, int startLevel) {

    private static final int WITHOUT_TYPE = 3;
    private static final int WITH_CLASSIFIER = 5;

    FeatureBundle {
        int parts = artifact.split(":").length;
        if (parts < WITHOUT_TYPE || parts > WITH_CLASSIFIER) {
            throw new LaunchException("Not a bundle's id in a feature: " + artifact);
        }
    }

    /** The location under which the framework knows the bundle: without version, so that a new one takes its place. */
    String location() {
        String[] parts = artifact.split(":");
        String classifier = parts.length == WITH_CLASSIFIER ? ":" + parts[3] : "";
        return "byenatos:" + parts[0] + ":" + parts[1] + classifier;
    }

    /** Its jar in a folder that is laid out as a Maven repository. */
    Path in(Path repository) {
        String[] parts = artifact.split(":");
        String name = parts[1];
        String version = parts[parts.length - 1];
        String type = parts.length > WITHOUT_TYPE ? parts[2] : "jar";
        String classifier = parts.length == WITH_CLASSIFIER ? "-" + parts[3] : "";
        return repository
                .resolve(parts[0].replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + classifier + "." + type);
    }
}
