package org.byenatos.datafilesystem.upkeep;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.byenatos.api.error.StorageException;
import org.byenatos.datafilesystem.sealed.KeyCipher;
import org.byenatos.datafilesystem.sealed.SealedInput;
import org.byenatos.datafilesystem.sealed.SealedOutput;
import org.jspecify.annotations.Nullable;

/**
 * A backup in one file: a mark, a salt, and then a ZIP of the database's folder, sealed block by block under a key that
 * hangs on the home's database key. It holds no key; who has the file alone has noise.
 */
final class BackupFile {

    private static final byte[] MARK = "byenatos backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = "backup";

    private final Supplier<byte[]> databaseKey;

    /** @param databaseKey gives the key, a fresh copy each time */
    BackupFile(Supplier<byte[]> databaseKey) {
        this.databaseKey = databaseKey;
    }

    /**
     * Writes a folder and its manifest into a file, which must not be there.
     *
     * @return the SHA-256 of the file in hexadecimal
     */
    String write(Path file, Path folder, BackupManifest manifest) throws IOException {
        MessageDigest digest = sha256();
        byte[] salt = new byte[KeyCipher.SALT];
        new SecureRandom().nextBytes(salt);
        OutputStream raw = new DigestOutputStream(
                new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)),
                digest);
        try (SealedOutput sealed = new SealedOutput(raw, new KeyCipher(databaseKey.get(), salt), NAME)) {
            raw.write(MARK);
            raw.write(salt);
            zip(sealed, folder, manifest);
            sealed.finish();
        }
        Folders.force(file);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What is encrypted already does not get smaller. */
    private static void zip(OutputStream out, Path folder, BackupManifest manifest) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.bytes());
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted().toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    zip.putNextEntry(new ZipEntry("database/" + name + (name.isEmpty() ? "" : "/")));
                } else if (!name.endsWith(".lck")) {
                    zip.putNextEntry(new ZipEntry("database/" + name));
                    Files.copy(path, zip);
                }
            }
        }
        zip.finish();
    }

    /** Reads a file to its end and proves it whole; unpacks its folder to where nothing is, unless that is {@code null}. */
    BackupManifest read(Path file, @Nullable Path target) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try (DataInputStream head = new DataInputStream(raw)) {
            byte[] mark = head.readNBytes(MARK.length);
            if (!java.util.Arrays.equals(mark, MARK)) {
                throw new StorageException(file + " is no backup that this release knows.");
            }
            KeyCipher cipher = new KeyCipher(databaseKey.get(), head.readNBytes(KeyCipher.SALT));
            SealedInput sealed = new SealedInput(head, cipher, NAME);
            BackupManifest manifest = unzip(sealed, target);
            sealed.transferTo(OutputStream.nullOutputStream());
            return manifest;
        }
    }

    private static BackupManifest unzip(InputStream in, @Nullable Path target) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(BackupManifest.NAME)) {
            throw new StorageException("The backup has no manifest.");
        }
        BackupManifest manifest = BackupManifest.read(zip.readAllBytes());
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (target == null) {
                zip.transferTo(OutputStream.nullOutputStream());
            } else {
                unpack(zip, entry, target);
            }
        }
        return manifest;
    }

    private static void unpack(ZipInputStream zip, ZipEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new StorageException("The backup names a file outside its folder.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(zip, path);
            Folders.force(path);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-256.", impossible);
        }
    }
}
