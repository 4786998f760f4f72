package org.byenatos.datafilesystem.derby;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.byenatos.api.error.StorageException;

/** The scripts of the schema in Derby's words. A released one never changes: a change is another script. */
public final class DerbyScripts {
    private static final int VERSIONS = 2;

    private DerbyScripts() {}

    /** All versions, the first at index 0. */
    public static List<String> all() {
        return IntStream.rangeClosed(1, VERSIONS)
                .mapToObj(version -> read("schema-" + version + ".sql"))
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = DerbyScripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new StorageException(name + " is missing in this release; install it anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StorageException(name + " could not be read; install this release anew.", e);
        }
    }
}
