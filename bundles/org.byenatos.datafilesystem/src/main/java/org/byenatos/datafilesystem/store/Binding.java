package org.byenatos.datafilesystem.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Associated data: what a sealed text is bound to, written so that no two lists of parts look the same. */
final class Binding {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** @param kind what is sealed, with the version of its form */
    Binding(String kind) {
        with(kind);
    }

    Binding with(String part) {
        try {
            out.writeInt(part.length());
            out.writeChars(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Binding with(byte[] part) {
        try {
            out.writeInt(part.length);
            out.write(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Binding with(long part) {
        try {
            out.writeLong(part);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
