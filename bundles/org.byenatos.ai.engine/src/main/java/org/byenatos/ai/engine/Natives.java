package org.byenatos.ai.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;

/**
 * Native libraries as files, which the operating system can load. They are copied once and stay: later starts find them.
 *
 * @param source the class loader that has them
 * @param names their names there
 * @param folder where they go, one for each version of them
 */
record Natives(ClassLoader source, Collection<String> names, Path folder) {

    Natives {
        names = List.copyOf(names);
    }

    /** Makes the files that are missing. */
    void unpack() throws IOException {
        if (names.isEmpty()) {
            throw new FileNotFoundException("this distribution has no native libraries for this machine");
        }
        Files.createDirectories(folder);
        for (String name : names) {
            Path target = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
            if (!Files.exists(target)) {
                unpack(name, target);
            }
        }
    }

    /** The file of a library. */
    Path library(String name) {
        return folder.resolve(System.mapLibraryName(name));
    }

    /** A copy takes its name when it is whole. */
    private void unpack(String name, Path target) throws IOException {
        try (InputStream content = source.getResourceAsStream(name)) {
            if (content == null) {
                throw new FileNotFoundException(name);
            }
            Path part = Files.createTempFile(folder, "part", null);
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
