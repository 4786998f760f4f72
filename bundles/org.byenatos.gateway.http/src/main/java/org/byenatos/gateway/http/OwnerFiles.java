package org.byenatos.gateway.http;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only the owner of the process may read; where there are no such modes, the folder's rights count. */
final class OwnerFiles {

    private static final boolean MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerFiles() {}

    static void write(Path file, String line) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, modes(FILE));
        Files.writeString(file, line + "\n");
    }

    static Path folder(Path in, String name) throws IOException {
        return Files.createTempDirectory(in, name, modes(FOLDER));
    }

    static void restrict(Path file) throws IOException {
        if (MODES) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static FileAttribute<?>[] modes(Set<PosixFilePermission> permissions) {
        return MODES
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
