package org.byenatos.hotswap;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/**
 * A jar in the hot-deploy folder.
 *
 * @param name its name in the folder
 * @param content where its content lies
 * @param symbolicName of the bundle in it
 * @param overlap whether the new copy must run before the old one stops ({@code Byenatos-Swap: overlap})
 */
record DroppedJar(String name, Path content, String symbolicName, boolean overlap) {

    private static final String SWAP = "Byenatos-Swap";

    /** The jar, if the file is a bundle. */
    static Optional<DroppedJar> of(File file) {
        if (!file.getName().endsWith(".jar")) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? Optional.empty() : of(file.toPath(), manifest.getMainAttributes());
        } catch (IOException notAJar) {
            return Optional.empty();
        }
    }

    private static Optional<DroppedJar> of(Path file, Attributes attributes) {
        String name = attributes.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null) {
            return Optional.empty();
        }
        boolean overlap = "overlap".equals(attributes.getValue(SWAP));
        return Optional.of(new DroppedJar(file.getFileName().toString(), file, name.split(";", 2)[0].trim(), overlap));
    }

    /**
     * The same jar with a copy of its content that nobody else changes: another jar may be dropped under its name while
     * this one is being deployed.
     */
    Optional<DroppedJar> staged(Path copy) throws IOException {
        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        return of(copy.toFile()).map(jar -> new DroppedJar(name, copy, jar.symbolicName, jar.overlap));
    }

    /** The SHA-256 of the jar, in hexadecimal. */
    String digest() throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
