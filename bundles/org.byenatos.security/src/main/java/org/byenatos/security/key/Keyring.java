package org.byenatos.security.key;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that hang directly on the master key. While the users' keys are being wrapped anew there are two wrapping
 * keys, the later one last.
 *
 * @param wrapping the keys that wrap users' keys, at least one
 * @param database of the database as a whole
 * @param names turns users' identifiers into names of files
 * @param legacy what wrapped the users' keys before there was a keyring, {@code null} in homes made since
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
record Keyring(List<WrappingKey> wrapping, byte[] database, byte[] names, byte @Nullable [] legacy) {

    Keyring {
        wrapping = List.copyOf(wrapping);
    }

    /** Of a new home. */
    static Keyring fresh(GcmEngine engine) {
        return new Keyring(List.of(new WrappingKey(1, engine.newKey())), engine.newKey(), engine.newKey(), null);
    }

    /** Of a home whose keys hung on the master key without a keyring. */
    static Keyring migrated(MasterKey master, GcmEngine engine) {
        return new Keyring(
                List.of(new WrappingKey(1, engine.newKey())),
                master.derive("database"),
                master.derive("user-names"),
                master.derive("user-keys"));
    }

    /** The key that wraps from now on. */
    WrappingKey current() {
        return wrapping.get(wrapping.size() - 1);
    }

    /** Whether users' keys may still be wrapped under an earlier key. */
    boolean inRotation() {
        return wrapping.size() > 1;
    }

    /** With one more key, which wraps from now on. */
    Keyring withNext(byte[] secret) {
        List<WrappingKey> both = new ArrayList<>(wrapping);
        both.add(new WrappingKey(current().generation() + 1, secret));
        return new Keyring(both, database, names, legacy);
    }

    /** With the latest key alone. */
    Keyring withCurrentOnly() {
        return new Keyring(List.of(current()), database, names, legacy);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(wrapping.size());
            for (WrappingKey key : wrapping) {
                out.writeInt(key.generation());
                out.write(key.secret());
            }
            out.write(database);
            out.write(names);
            out.writeBoolean(legacy != null);
            if (legacy != null) {
                out.write(legacy);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Keyring decode(byte[] encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            List<WrappingKey> wrapping = new ArrayList<>();
            int count = in.readByte();
            for (int i = 0; i < count; i++) {
                wrapping.add(new WrappingKey(in.readInt(), readKey(in)));
            }
            byte[] database = readKey(in);
            byte[] names = readKey(in);
            return new Keyring(wrapping, database, names, in.readBoolean() ? requireNonNull(readKey(in)) : null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an authentic keyring is not readable", impossible);
        }
    }

    private static byte[] readKey(DataInputStream in) throws IOException {
        return in.readNBytes(MasterKey.BYTES);
    }

    @Override
    public String toString() {
        return "Keyring" + wrapping;
    }
}
