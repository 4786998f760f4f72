package org.byenatos.security.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Set;
import org.byenatos.api.error.StorageException;

/**
 * Writes files and folders that only their owner may read, so that each is whole or absent whatever happens meanwhile.
 * Thread-safe for different files.
 */
public class PrivateFiles {

    private final SecureRandom random = new SecureRandom();

    /** Makes a folder with its parents, and closes it to others if it was open to them. */
    public void makeFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, OwnerOnly.creationOf(folder, true));
            }
            OwnerOnly.restrict(folder);
        } catch (IOException failure) {
            throw failed("make the folder", folder, failure);
        }
    }

    /** Reads a file, and closes it to others if it was open to them. */
    public byte[] read(Path file) {
        try {
            OwnerOnly.restrict(file);
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw failed("read", file, failure);
        }
    }

    /** Writes a file at once: under another name, forced to disk, then renamed over what was there. */
    public void write(Path file, byte[] content) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel =
                    FileChannel.open(beside, Set.of(CREATE_NEW, WRITE), OwnerOnly.creationOf(beside, false))) {
                writeFully(channel, content);
            }
            OwnerOnly.restrict(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(file);
        } catch (IOException failure) {
            throw failed("write", file, failure);
        }
    }

    /** Puts a file in the place of another, which is overwritten with noise first. */
    public void replace(Path file, Path old) {
        try {
            if (Files.exists(old)) {
                overwrite(old);
            }
            Files.move(file, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(old);
        } catch (IOException failure) {
            throw failed("replace", old, failure);
        }
    }

    /** Overwrites a file with noise and deletes it. Returns whether it was there. */
    public boolean shred(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            overwrite(file);
            Files.delete(file);
            forceFolder(file);
            return true;
        } catch (IOException failure) {
            throw failed("destroy", file, failure);
        }
    }

    private void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            byte[] noise = new byte[(int) channel.size()];
            random.nextBytes(noise);
            writeFully(channel, noise);
        }
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** Makes a rename or a deletion durable. Windows opens no folders and needs none of this. */
    private static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !OwnerOnly.posix(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException failure) {
            throw failed("force to disk", folder, failure);
        }
    }

    private static StorageException failed(String what, Path file, IOException cause) {
        return new StorageException(
                "Cannot " + what + " " + file + " (" + cause.getClass().getSimpleName()
                        + "); check the disk's room and the owner and mode of the folder.",
                cause);
    }
}
