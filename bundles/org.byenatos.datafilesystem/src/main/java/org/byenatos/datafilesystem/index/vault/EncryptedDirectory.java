package org.byenatos.datafilesystem.index.vault;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.byenatos.api.security.UserCipher;

/**
 * A folder of files that are written once and encrypted as {@link BlockFormat} says. Names, sizes and times of files
 * are all that it shows. Thread-safe.
 */
public final class EncryptedDirectory extends FilterDirectory {

    private static final int BUFFER = 8192;

    private final FSDirectory files;
    private final UserCipher cipher;
    private final BlockCache cache;
    private final SecureRandom random;

    /**
     * @param folder where the files lie; made if it is missing
     * @param cipher of the user whose files they are
     * @param cache holds decrypted blocks
     * @param random names files
     */
    public EncryptedDirectory(Path folder, UserCipher cipher, BlockCache cache, SecureRandom random)
            throws IOException {
        this(new NIOFSDirectory(folder), cipher, cache, random);
    }

    private EncryptedDirectory(FSDirectory files, UserCipher cipher, BlockCache cache, SecureRandom random) {
        super(files);
        this.files = files;
        this.cipher = cipher;
        this.cache = cache;
        this.random = random;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        in.createOutput(name, context).close();
        return output(name);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        try (IndexOutput empty = in.createTempOutput(prefix, suffix, context)) {
            return output(empty.getName());
        }
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        return new SealedInput(SealedFile.open(path(name), cipher, cache));
    }

    @Override
    public long fileLength(String name) throws IOException {
        return Math.max(0, BlockFormat.plainLength(in.fileLength(name)));
    }

    private IndexOutput output(String name) throws IOException {
        byte[] id = new byte[BlockFormat.ID];
        random.nextBytes(id);
        OutputStream file = Files.newOutputStream(path(name), StandardOpenOption.WRITE);
        return new OutputStreamIndexOutput(
                "sealed " + name,
                name,
                new SealingStream(new BufferedOutputStream(file, 4 * BlockFormat.SEALED_BLOCK), cipher, id),
                BUFFER);
    }

    private Path path(String name) {
        return files.getDirectory().resolve(name);
    }
}
