package org.byenatos.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/** Makes another version of a bundle's jar. */
final class Jars {

    private Jars() {}

    static void withVersion(Path jar, Path copy, String version) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (OutputStream out = Files.newOutputStream(copy);
                    JarOutputStream to = new JarOutputStream(out, manifest)) {
                to.setLevel(Deflater.NO_COMPRESSION);
                for (JarEntry entry : java.util.Collections.list(from.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME) && !entry.isDirectory()) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream content = from.getInputStream(entry)) {
                            content.transferTo(to);
                        }
                    }
                }
            }
        }
    }
}
