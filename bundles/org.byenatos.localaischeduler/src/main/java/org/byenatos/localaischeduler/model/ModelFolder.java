package org.byenatos.localaischeduler.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.byenatos.api.ai.model.ModelRefusedException;

/**
 * The folder of a model, which somebody else may have made: nothing outside it is read, and nothing large by mistake.
 *
 * @param path where
 */
record ModelFolder(Path path) {

    static final String MODEL_JSON = "model.json";

    private static final Pattern FILE_NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,3}");
    private static final int MAX_FILE_NAME = 200;
    private static final int MAX_JSON = 4 * 1024 * 1024;

    String name() {
        return path.getFileName().toString();
    }

    ModelRefusedException refuse(String reason) {
        return new ModelRefusedException(name(), reason);
    }

    boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    /** A file of the folder; refuses names and links that lead elsewhere. */
    Path file(String file) {
        if (file.length() > MAX_FILE_NAME || !FILE_NAME.matcher(file).matches()) {
            throw refuse(
                    "the name of a file must be a plain path within the folder, of letters, digits, '.', '_' and '-'");
        }
        Path inside = path.resolve(file);
        if (!Files.exists(inside)) {
            throw refuse("its file " + file + " is missing");
        }
        try {
            Path real = inside.toRealPath();
            if (!real.startsWith(path.toRealPath())) {
                throw refuse("its file " + file + " lies outside the folder");
            }
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw refuse(file + " is no file");
            }
            return real;
        } catch (IOException e) {
            throw refuse("its file " + file + " cannot be read");
        }
    }

    long size(String file) {
        try {
            return Files.size(file(file));
        } catch (IOException e) {
            throw refuse("its file " + file + " cannot be read");
        }
    }

    /** A small file as a whole. */
    byte[] small(String file) {
        Path inside = file(file);
        try (InputStream in = Files.newInputStream(inside)) {
            byte[] bytes = in.readNBytes(MAX_JSON + 1);
            if (bytes.length > MAX_JSON) {
                throw refuse("its file " + file + " is larger than 4 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw refuse("its file " + file + " cannot be read");
        }
    }
}
