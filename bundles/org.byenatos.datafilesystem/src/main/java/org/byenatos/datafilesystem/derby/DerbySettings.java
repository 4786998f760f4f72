package org.byenatos.datafilesystem.derby;

import java.nio.file.Path;

/**
 * How Derby runs here.
 *
 * @param folder the folder of the database, which need not exist
 * @param logFile where Derby writes when it boots and why it failed
 * @param cachePages pages of 4 KiB that it keeps in memory, at least 40
 */
public record DerbySettings(Path folder, Path logFile, int cachePages) {
    public DerbySettings {
        folder = folder.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
    }

    /**
     * Tells Derby what it takes from nowhere but system properties. What is set already stays: Derby reads its log file
     * once in the life of a JVM.
     */
    void apply() {
        setUnlessThere("derby.stream.error.file", logFile.toString());
        setUnlessThere("derby.stream.error.logSeverityLevel", "50000");
        // Each buffer is written to the disk by itself; the default of 32 KiB makes dozens of waits of one batch.
        setUnlessThere("derby.storage.logBufferSize", "262144");
        setUnlessThere("derby.storage.pageCacheSize", Integer.toString(cachePages));
    }

    private static void setUnlessThere(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
