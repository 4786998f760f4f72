package org.byenatos.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The classes of the JVM, of the framework and of bundles, loaded and checked once and mapped at later starts (AppCDS): a
 * sixth of the time of a start. The core's first orderly end writes the archive, after its home is free again; it is made anew
 * for another JVM or other launcher jars. A JVM that finds it unfit starts without it.
 */
final class ClassArchive {

    private static final String ENDING = ".jsa";
    private static final String LIST = "byenatos.classes";

    private final Path folder;
    private final Path file;

    /**
     * @param folder where archives are kept
     * @param boot the jars on the launcher's class path
     */
    ClassArchive(Path folder, Path boot) {
        String jvm = System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version");
        CRC32 checksum = new CRC32();
        checksum.update(Stamp.of(folder, jvm, boot).text().getBytes(StandardCharsets.UTF_8));
        this.folder = folder;
        this.file = folder.resolve("%08x".formatted(checksum.getValue()) + ENDING);
    }

    /** What the core's JVM is to be started with. Removes archives of other JVMs. */
    List<String> options() {
        removeOthers();
        Path list = folder.resolve("loaded.txt");
        if (Files.exists(file)) {
            delete(list);
            return List.of("-XX:SharedArchiveFile=" + file);
        }
        return List.of(
                "-XX:ArchiveClassesAtExit=" + file,
                "-Xlog:cds=off,cds+dynamic=off",
                "-Xlog:class+load:file=" + list + ":none:filecount=0",
                "-D" + LIST + "=" + list);
    }

    /** The classes that are to be linked at the end of this JVM, if it writes an archive. */
    static Optional<LoadedClasses> beingWritten() {
        return Optional.ofNullable(System.getProperty(LIST)).map(Path::of).map(LoadedClasses::new);
    }

    private void removeOthers() {
        try {
            Files.createDirectories(folder);
            for (Path other : Distribution.files(folder, ENDING)) {
                if (!other.equals(file)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            throw new LaunchException("Cannot clear " + folder + ": " + e, e);
        }
    }

    private static void delete(Path old) {
        try {
            Files.deleteIfExists(old);
        } catch (IOException e) {
            throw new LaunchException("Cannot delete " + old + ": " + e, e);
        }
    }
}
