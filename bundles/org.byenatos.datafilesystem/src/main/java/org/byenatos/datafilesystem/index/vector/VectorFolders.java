package org.byenatos.datafilesystem.index.vector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.byenatos.api.ai.model.EmbeddingModel;
import org.byenatos.api.security.KeyVault;
import org.byenatos.datafilesystem.index.vault.BlockCache;
import org.byenatos.datafilesystem.index.vault.EncryptedDirectory;

/** Where vectors lie on disk: a folder per user, one in it per model; names do not show whose or of what. Thread-safe. */
public final class VectorFolders {

    private static final int NAME_BYTES = 16;

    /** Rows are read once and stay in memory. */
    private static final int CACHE = 1 << 16;

    private final Path folder;
    private final KeyVault vault;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param folder where the users' folders lie
     * @param vault the users' keys
     */
    public VectorFolders(Path folder, KeyVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /** The files of a model's vectors, none if there are none yet. */
    RowFiles open(String userId, EmbeddingModel model) throws IOException {
        return new RowFiles(directory(userId, place(userId, model)), model);
    }

    /** The models of which a user has vectors; folders in which nothing is sound are deleted. */
    List<EmbeddingModel> models(String userId) throws IOException {
        List<EmbeddingModel> models = new ArrayList<>();
        for (Path place : list(place(userId))) {
            EmbeddingModel model;
            try (Directory directory = directory(userId, place)) {
                model = RowFiles.model(directory);
            }
            if (model != null && place.equals(place(userId, model))) {
                models.add(model);
            } else {
                clear(place);
            }
        }
        return models;
    }

    /** Deletes a user's vectors of a model, which must not be open. */
    void delete(String userId, EmbeddingModel model) throws IOException {
        clear(place(userId, model));
    }

    /** Deletes all of a user's vectors, which must not be open. */
    public void delete(String userId) throws IOException {
        for (Path place : list(place(userId))) {
            clear(place);
        }
        Files.deleteIfExists(place(userId));
    }

    private Directory directory(String userId, Path place) throws IOException {
        return new EncryptedDirectory(place, vault.cipher(userId), new BlockCache(CACHE), random);
    }

    private Path place(String userId) {
        return folder.resolve(name(userId));
    }

    private Path place(String userId, EmbeddingModel model) {
        return place(userId).resolve(name(userId + '\0' + model));
    }

    private static void clear(Path place) throws IOException {
        for (Path file : list(place)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(place);
    }

    private static List<Path> list(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static String name(String of) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
