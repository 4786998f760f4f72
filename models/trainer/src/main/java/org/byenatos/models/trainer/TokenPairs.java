package org.byenatos.models.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Pairs of one source as token numbers; {@code a} and {@code b} are equally many. */
record TokenPairs(String source, TokenTexts a, TokenTexts b) {
    int size() {
        return a.size();
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(source);
        a.write(out);
        b.write(out);
    }

    static TokenPairs read(DataInput in) throws IOException {
        return new TokenPairs(in.readUTF(), TokenTexts.read(in), TokenTexts.read(in));
    }
}
