package org.byenatos.datafilesystem.index.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.byenatos.datafilesystem.JceVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncryptedDirectoryTest {
    private static final int BLOCK = BlockFormat.BLOCK;

    private final JceVault vault = new JceVault();
    private Path folder;
    private EncryptedDirectory directory;

    @BeforeEach
    @BeforeTry
    void open() throws IOException {
        folder = Files.createTempDirectory("sealed");
        directory = directory("owner");
    }

    @AfterEach
    @AfterTry
    void clear() throws IOException {
        directory.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 40)
    void readsBackWhatWasWrittenWhereverItStarts(@ForAll @IntRange(max = 3 * BLOCK + 100) int length, @ForAll long seed)
            throws IOException {
        byte[] bytes = bytes(length, seed);
        write("a.bin", bytes);
        assertThat(directory.fileLength("a.bin")).isEqualTo(length);
        try (IndexInput input = directory.openInput("a.bin", IOContext.DEFAULT)) {
            assertThat(input.length()).isEqualTo(length);
            assertThat(read(input, length)).isEqualTo(bytes);
            Random random = new Random(seed);
            for (int i = 0; i < 50 && length > 0; i++) {
                int from = random.nextInt(length);
                int count = random.nextInt(length - from + 1);
                input.seek(from);
                assertThat(read(input, count)).isEqualTo(Arrays.copyOfRange(bytes, from, from + count));
                assertThat(input.getFilePointer()).isEqualTo(from + count);
            }
        }
    }

    @Property(tries = 40)
    void readsNumbersAcrossBlocks(@ForAll @IntRange(min = 16, max = 2 * BLOCK + 50) int length, @ForAll long seed)
            throws IOException {
        byte[] bytes = bytes(length, seed);
        ByteBuffer expected = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        write("a.bin", bytes);
        Random random = new Random(seed);
        try (IndexInput whole = directory.openInput("a.bin", IOContext.DEFAULT)) {
            int start = random.nextInt(length - 8);
            IndexInput input = whole.slice("part", start, length - start).clone();
            RandomAccessInput places = (RandomAccessInput) input;
            for (int i = 0; i < 100; i++) {
                int nearBorder = BLOCK - 8 + random.nextInt(9) - start;
                int at = nearBorder >= 0 && nearBorder + 8 <= length - start && random.nextBoolean()
                        ? nearBorder
                        : random.nextInt(length - start - 7);
                assertThat(places.readByte(at)).isEqualTo(expected.get(start + at));
                assertThat(places.readShort(at)).isEqualTo(expected.getShort(start + at));
                assertThat(places.readInt(at)).isEqualTo(expected.getInt(start + at));
                assertThat(places.readLong(at)).isEqualTo(expected.getLong(start + at));
                input.seek(at);
                assertThat(input.readLong()).isEqualTo(expected.getLong(start + at));
                assertThat(input.getFilePointer()).isEqualTo(at + 8);
            }
        }
    }

    @Test
    void readsNeitherBeyondAFileNorBeyondASlice() throws IOException {
        write("a.bin", bytes(100, 1));
        try (IndexInput input = directory.openInput("a.bin", IOContext.DEFAULT)) {
            input.seek(93);
            assertThatThrownBy(input::readLong).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> input.seek(101)).isInstanceOf(EOFException.class);
            IndexInput slice = input.slice("slice", 10, 20);
            slice.seek(20);
            assertThatThrownBy(slice::readByte).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> slice.slice("more", 15, 6)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void showsNothingOfWhatWasWritten() throws IOException {
        byte[] secret = "nobody may read this sentence ".repeat(400).getBytes(StandardCharsets.UTF_8);
        write("a.bin", secret);
        try (IndexOutput output = directory.createTempOutput("temp", "sort", IOContext.DEFAULT)) {
            output.writeBytes(secret, secret.length);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String onDisk = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(onDisk).hasSizeGreaterThan(secret.length).doesNotContain("nobody", "sentence");
            }
        }
    }

    @Test
    void theSameTextIsNeverWrittenTheSameWay() throws IOException {
        write("a.bin", bytes(BLOCK, 5));
        write("b.bin", bytes(BLOCK, 5));
        assertThat(Files.readAllBytes(folder.resolve("a.bin")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("b.bin")));
    }

    @Property(tries = 60)
    void noticesAnyChangedByte(@ForAll @IntRange(max = 2 * BLOCK + 9) int length, @ForAll long seed)
            throws IOException {
        write("a.bin", bytes(length, seed));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.bin"));
        onDisk[new Random(seed).nextInt(onDisk.length)] ^= 1;
        Files.write(folder.resolve("a.bin"), onDisk);
        assertCorrupt("a.bin");
    }

    @Property(tries = 60)
    void noticesAnyMissingEnd(@ForAll @IntRange(max = 3 * BLOCK) int length, @ForAll long seed) throws IOException {
        write("a.bin", bytes(length, seed));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.bin"));
        Files.write(folder.resolve("a.bin"), Arrays.copyOf(onDisk, new Random(seed).nextInt(onDisk.length)));
        assertCorrupt("a.bin");
    }

    @Test
    void noticesAFileCutAtABlock() throws IOException {
        write("a.bin", bytes(3 * BLOCK, 1));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.bin"));
        Files.write(folder.resolve("a.bin"), Arrays.copyOf(onDisk, (int) BlockFormat.offset(2)));
        assertCorrupt("a.bin");
    }

    @Test
    void noticesAFileCutJustAfterABlock() throws IOException {
        write("a.bin", bytes(3 * BLOCK, 1));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.bin"));
        Files.write(folder.resolve("a.bin"), Arrays.copyOf(onDisk, (int) BlockFormat.offset(2) + 5));
        assertCorrupt("a.bin");
    }

    @Test
    void noticesSwappedBlocks() throws IOException {
        write("a.bin", bytes(3 * BLOCK, 1));
        byte[] onDisk = Files.readAllBytes(folder.resolve("a.bin"));
        byte[] swapped = onDisk.clone();
        System.arraycopy(
                onDisk, (int) BlockFormat.offset(0), swapped, (int) BlockFormat.offset(1), BlockFormat.SEALED_BLOCK);
        System.arraycopy(
                onDisk, (int) BlockFormat.offset(1), swapped, (int) BlockFormat.offset(0), BlockFormat.SEALED_BLOCK);
        Files.write(folder.resolve("a.bin"), swapped);
        assertCorrupt("a.bin");
    }

    @Test
    void noticesABlockOfAnotherFile() throws IOException {
        write("a.bin", bytes(2 * BLOCK, 1));
        write("b.bin", bytes(2 * BLOCK, 2));
        byte[] mixed = Files.readAllBytes(folder.resolve("a.bin"));
        byte[] other = Files.readAllBytes(folder.resolve("b.bin"));
        System.arraycopy(other, BlockFormat.HEAD, mixed, BlockFormat.HEAD, BlockFormat.SEALED_BLOCK);
        Files.write(folder.resolve("a.bin"), mixed);
        assertCorrupt("a.bin");
    }

    @Test
    void anotherUsersKeyOpensNothing() throws IOException {
        write("a.bin", bytes(10, 1));
        try (EncryptedDirectory others = directory("somebody else")) {
            assertThatThrownBy(() -> others.openInput("a.bin", IOContext.DEFAULT))
                    .isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void anInterruptedReaderDisturbsNoOther() throws Exception {
        write("a.bin", bytes(3 * BLOCK, 1));
        try (IndexInput input = directory.openInput("a.bin", IOContext.DEFAULT)) {
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    read(input.clone(), 2 * BLOCK);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            reader.start();
            reader.join();
            assertThat(read(input, 3 * BLOCK)).isEqualTo(bytes(3 * BLOCK, 1));
        }
    }

    private EncryptedDirectory directory(String user) throws IOException {
        return new EncryptedDirectory(folder, vault.cipher(user), new BlockCache(0), new SecureRandom());
    }

    private void assertCorrupt(String name) {
        assertThatThrownBy(() -> {
                    try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
                        read(input, (int) input.length());
                    }
                })
                .isInstanceOf(CorruptIndexException.class);
    }

    private void write(String name, byte[] bytes) throws IOException {
        try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
            int half = bytes.length / 2;
            output.writeBytes(bytes, 0, half);
            for (int i = half; i < Math.min(half + 10, bytes.length); i++) {
                output.writeByte(bytes[i]);
            }
            int rest = Math.min(half + 10, bytes.length);
            output.writeBytes(bytes, rest, bytes.length - rest);
        }
    }

    private static byte[] read(IndexInput input, int count) throws IOException {
        byte[] bytes = new byte[count];
        input.readBytes(bytes, 0, count);
        return bytes;
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
