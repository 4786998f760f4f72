package org.byenatos.datafilesystem.index.vault;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.security.UserCipher;

/**
 * An encrypted file, open for reading at any place. Thread-safe. It reads with {@link RandomAccessFile} because a
 * channel would close for all readers when one of their threads is interrupted.
 */
final class SealedFile implements Closeable {

    private final String name;
    private final RandomAccessFile file;
    private final UserCipher cipher;
    private final BlockCache cache;
    private final byte[] id = new byte[BlockFormat.ID];
    private final long size;
    private final long blocks;

    private SealedFile(String name, RandomAccessFile file, UserCipher cipher, BlockCache cache) throws IOException {
        this.name = name;
        this.file = file;
        this.cipher = cipher;
        this.cache = cache;
        this.size = file.length();
        this.blocks = BlockFormat.blocks(size);
    }

    /**
     * Opens a file and checks its beginning and its end.
     *
     * @throws CorruptIndexException if it was changed, cut off, or encrypted under another key
     */
    static SealedFile open(Path path, UserCipher cipher, BlockCache cache) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            SealedFile sealed = new SealedFile(path.getFileName().toString(), file, cipher, cache);
            sealed.check();
            return sealed;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Plain bytes. */
    long length() {
        return BlockFormat.plainLength(size);
    }

    /** The plain bytes of a block. */
    byte[] block(long number) throws IOException {
        BlockCache.Key key = new BlockCache.Key(this, number);
        byte[] block = cache.get(key);
        if (block == null) {
            block = open(number);
            cache.put(key, block);
        }
        return block;
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void check() throws IOException {
        if (length() < 0) {
            throw new CorruptIndexException("The file is cut off", name);
        }
        ByteBuffer head = ByteBuffer.wrap(read(0, BlockFormat.HEAD));
        if (head.getInt() != BlockFormat.MAGIC) {
            throw new CorruptIndexException("The file is not of this format", name);
        }
        head.get(id);
        block(blocks - 1);
    }

    private byte[] open(long number) throws IOException {
        long offset = BlockFormat.offset(number);
        int length = (int) Math.min(BlockFormat.SEALED_BLOCK, size - offset);
        if (length < UserCipher.OVERHEAD) {
            throw new CorruptIndexException("The file is cut off within block " + number, name);
        }
        byte[] sealed = read(offset, length);
        try {
            return cipher.open(sealed, BlockFormat.binding(id, number, number == blocks - 1));
        } catch (StorageException e) {
            throw new CorruptIndexException("Block " + number + " is not what was written", name, e);
        }
    }

    private byte[] read(long offset, int length) throws IOException {
        if (length <= 0) {
            throw new EOFException("Read past the end of " + name);
        }
        byte[] bytes = new byte[length];
        synchronized (file) {
            file.seek(offset);
            file.readFully(bytes);
        }
        return bytes;
    }
}
