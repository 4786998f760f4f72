package org.byenatos.models.trainer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Holds what each stage of a training made, for one recipe alone. */
final class WorkFolder {
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws TrainerException if the folder holds a training by another recipe */
    static WorkFolder open(Path folder, Recipe recipe) throws IOException {
        Files.createDirectories(folder);
        Path mark = folder.resolve("recipe.txt");
        if (Files.exists(mark) && !Files.readString(mark).equals(recipe.toString())) {
            throw new TrainerException(
                    folder + " holds a training with other settings: remove it, or choose another --work");
        }
        Files.writeString(mark, recipe.toString());
        return new WorkFolder(folder);
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /** Made once, and written as the tokenizer's file as well. */
    Vocabulary vocabulary(Supplier<Vocabulary> make) throws IOException {
        Path file = folder.resolve("vocabulary.json");
        if (Files.exists(file)) {
            return json.readValue(file.toFile(), new TypeReference<Vocabulary>() {});
        }
        Vocabulary made = make.get();
        new TokenizerFile().write(made, tokenizer());
        json.writeValue(file.toFile(), made);
        return made;
    }

    EncodedTexts encoded(Supplier<EncodedTexts> make) throws IOException {
        Path file = folder.resolve("texts.bin");
        if (Files.exists(file)) {
            return EncodedTexts.read(file);
        }
        EncodedTexts made = make.get();
        made.write(file);
        return made;
    }

    Checkpoint checkpoint(Supplier<Checkpoint> make) throws IOException {
        Path file = folder.resolve("checkpoint.bin");
        if (Files.exists(file)) {
            return Checkpoint.read(file);
        }
        Checkpoint made = make.get();
        made.write(file);
        return made;
    }

    void keep(Checkpoint checkpoint) throws IOException {
        checkpoint.write(folder.resolve("checkpoint.bin"));
    }
}
