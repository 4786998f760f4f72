package org.byenatos.localaischeduler.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.byenatos.api.ai.model.ModelSpec;

/** SHA-256 of the files of models. Stateless. */
final class Checksums {

    private static final int FINGERPRINT = 16;
    private static final int BUFFER = 256 * 1024;

    private Checksums() {}

    /** The SHA-256 of a file, in lower-case hex. */
    static String of(ModelFolder folder, String file) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(folder.file(file))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw folder.refuse("its file " + file + " cannot be read");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Refuses a folder whose files are not those that its description names. */
    static void verify(ModelFolder folder, ModelSpec spec) {
        for (Map.Entry<String, String> file : new TreeMap<>(spec.files()).entrySet()) {
            if (!of(folder, file.getKey()).equals(file.getValue())) {
                throw folder.refuse("its file " + file.getKey()
                        + " has another SHA-256 than model.json says; copy the model again");
            }
        }
    }

    /** Names exactly this content of a model: the beginning of the SHA-256 over its files' checksums, in the order of their names. */
    static String fingerprint(ModelSpec spec) {
        MessageDigest digest = digest();
        new TreeMap<>(spec.files()).values().forEach(sum -> digest.update(sum.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
