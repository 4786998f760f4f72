package org.byenatos.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Tells whether files changed since something was made of them: their paths and checksums, kept beside what was made.
 * Not their times, which are alike in every build. Takes about 10 ms for the whole distribution.
 *
 * @param file where it is kept
 * @param text what it is now
 */
record Stamp(Path file, String text) {

    private static final int PIECE = 64 * 1024;

    /**
     * The stamp of files as they are now.
     *
     * @param file where it is kept
     * @param headline what else the thing depends on
     * @param folders whose files count, with those below
     */
    static Stamp of(Path file, String headline, Path... folders) {
        Set<String> lines = new TreeSet<>();
        try {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    Files.walkFileTree(folder, new Collector(lines));
                }
            }
        } catch (IOException e) {
            throw new LaunchException("Cannot read the distribution: " + e, e);
        }
        return new Stamp(file, headline + "\n" + String.join("\n", lines) + "\n");
    }

    /** Whether nothing changed since {@link #keep}. */
    boolean isKept() {
        try {
            return Files.exists(file) && Files.readString(file).equals(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** Remembers it. */
    void keep() {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new LaunchException("Cannot write " + file + ": " + e, e);
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Set<String> lines;
        private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);

        Collector(Set<String> lines) {
            this.lines = lines;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            lines.add(file + " " + attributes.size() + " " + checksum(file));
            return FileVisitResult.CONTINUE;
        }

        /** In pieces: whole jars in the heap would stay its size. */
        private long checksum(Path file) throws IOException {
            CRC32 checksum = new CRC32();
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                while (channel.read(piece.clear()) >= 0) {
                    checksum.update(piece.flip());
                }
            }
            return checksum.getValue();
        }
    }
}
