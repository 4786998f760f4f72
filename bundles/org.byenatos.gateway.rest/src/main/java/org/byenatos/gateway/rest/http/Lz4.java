package org.byenatos.gateway.rest.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import net.jpountz.xxhash.XXHashFactory;

/** LZ4 frames, as the tool {@code lz4} writes them, in plain Java and with every check that the form has. Stateless. */
public final class Lz4 {

    /** What {@code Content-Encoding} and {@code Accept-Encoding} call it. */
    public static final String ENCODING = "lz4";

    private Lz4() {}

    /** Reads frames, one after another; ends with an {@link IOException} where they are damaged. */
    public static InputStream decoding(InputStream in) throws IOException {
        return new BufferedInputStream(
                new LZ4FrameInputStream(
                        in,
                        LZ4Factory.safeInstance().safeDecompressor(),
                        XXHashFactory.safeInstance().hash32()),
                16_384);
    }

    /** Writes a frame; closing ends it and closes what it is written to. */
    public static OutputStream encoding(OutputStream out) throws IOException {
        return new BufferedOutputStream(
                new LZ4FrameOutputStream(
                        out,
                        BLOCKSIZE.SIZE_64KB,
                        -1L,
                        LZ4Factory.safeInstance().fastCompressor(),
                        XXHashFactory.safeInstance().hash32(),
                        FLG.Bits.BLOCK_INDEPENDENCE,
                        FLG.Bits.CONTENT_CHECKSUM),
                16_384);
    }
}
