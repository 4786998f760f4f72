package org.byenatos.security.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;
import org.byenatos.api.error.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * The keyring's file: lines of names and values.
 *
 * @param home a random name of the home
 * @param changedAt when master key or passphrase last changed
 * @param argon2 how the master key is made of a passphrase, {@code null} if it is a key by itself
 * @param sealed the keyring under the master key
 */
record SealedKeyring(
        String home, Instant changedAt, @Nullable Argon2 argon2, String sealed) {

    private static final String VERSION = "2";

    /** Seals a keyring. */
    static SealedKeyring seal(String home, Instant at, @Nullable Argon2 argon2, Keyring keyring, AesGcm master) {
        SealedKeyring empty = new SealedKeyring(home, at, argon2, "");
        byte[] sealed = master.seal(keyring.encode(), empty.boundTo());
        return new SealedKeyring(home, at, argon2, HexFormat.of().formatHex(sealed));
    }

    /** The keyring. @throws StorageException if this is not its master key, or the file was changed */
    Keyring open(AesGcm master) {
        return Keyring.decode(master.open(HexFormat.of().parseHex(sealed), boundTo()));
    }

    String text() {
        StringBuilder text = new StringBuilder("# The keys of this home, sealed under its master key. Back it up.\n");
        text.append("version=").append(VERSION).append('\n');
        text.append("home=").append(home).append('\n');
        text.append("changed_at=").append(changedAt).append('\n');
        text.append("protection=").append(argon2 == null ? "key" : "passphrase").append('\n');
        if (argon2 != null) {
            text.append("argon2_salt=").append(argon2.salt()).append('\n');
            text.append("argon2_memory_kib=").append(argon2.memoryKib()).append('\n');
            text.append("argon2_iterations=").append(argon2.iterations()).append('\n');
            text.append("argon2_parallelism=").append(argon2.parallelism()).append('\n');
        }
        return text.append("sealed=").append(sealed).append('\n').toString();
    }

    /** Reads a file. @throws StorageException if it is no keyring */
    static SealedKeyring parse(String text, String where) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(text));
            String sealed = value(lines, "sealed");
            HexFormat.of().parseHex(sealed);
            if (!value(lines, "version").equals(VERSION)) {
                throw new IllegalArgumentException("version");
            }
            return new SealedKeyring(
                    value(lines, "home"), Instant.parse(value(lines, "changed_at")), argon2(lines), sealed);
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            throw new StorageException(
                    where + " is damaged or of a later version. Put it back from your backup; nothing was changed.",
                    damaged);
        }
    }

    private static @Nullable Argon2 argon2(Properties lines) {
        if (value(lines, "protection").equals("key")) {
            return null;
        }
        return new Argon2(
                value(lines, "argon2_salt"),
                Integer.parseInt(value(lines, "argon2_memory_kib")),
                Integer.parseInt(value(lines, "argon2_iterations")),
                Integer.parseInt(value(lines, "argon2_parallelism")));
    }

    private static String value(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.strip();
    }

    private byte[] boundTo() {
        return ("byenatos/keyring/" + VERSION + "/" + home + "/" + (argon2 == null ? "key" : argon2.text()))
                .getBytes(UTF_8);
    }
}
