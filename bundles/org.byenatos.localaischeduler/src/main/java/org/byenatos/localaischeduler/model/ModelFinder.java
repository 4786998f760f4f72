package org.byenatos.localaischeduler.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * Looks for models in some folders. Of two with one id the first counts. A folder that has not changed since it was read
 * is not read again. Used by one thread at a time.
 */
final class ModelFinder {

    private static final System.Logger LOG = System.getLogger(ModelFinder.class.getName());
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int MAX_DEPTH = 4;
    private static final int MAX_FILES = 500;
    private static final int MAX_MODELS = 200;

    private final List<Path> roots;
    private final long maxBytes;
    private final Clock clock;

    /**
     * @param roots where, those that count first in front
     * @param maxBytes what the files of a model may hold
     * @param clock tells whether a folder is still being written
     */
    ModelFinder(List<Path> roots, long maxBytes, Clock clock) {
        this.roots = List.copyOf(roots);
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** All models, by id. */
    Map<String, FoundModel> find(Collection<FoundModel> earlier) {
        Map<Path, FoundModel> known = earlier.stream()
                .collect(Collectors.toMap(model -> model.folder().path(), Function.identity()));
        Map<String, FoundModel> found = new TreeMap<>();
        for (Path root : roots) {
            for (Path folder : folders(root)) {
                FoundModel model = examine(root, new ModelFolder(folder), known.get(folder));
                if (model != null) {
                    add(found, model);
                }
            }
        }
        return found;
    }

    private static void add(Map<String, FoundModel> found, FoundModel model) {
        FoundModel first = found.putIfAbsent(model.id(), model);
        if (first == null) {
            return;
        }
        String reason = model.reason() != null
                ? model.reason()
                : "another folder, " + first.folder().name() + ", has a model of the id " + model.id();
        String id = model.id();
        for (int i = 2; found.containsKey(id); i++) {
            id = model.id() + " (" + i + ")";
        }
        found.put(id, FoundModel.refused(model.folder(), model.stamp(), id, reason));
    }

    /** {@code null} if the folder is empty, or is an export that is still being copied. */
    private @Nullable FoundModel examine(Path root, ModelFolder folder, @Nullable FoundModel earlier) {
        List<BasicFileAttributes> files = new ArrayList<>();
        long stamp = stamp(folder.path(), files);
        if (earlier != null && earlier.stamp() == stamp && !earlier.id().contains("(")) {
            return earlier;
        }
        boolean fresh = files.stream()
                .anyMatch(file ->
                        file.lastModifiedTime().toInstant().plus(SETTLED).isAfter(clock.instant()));
        if (files.isEmpty() || (fresh && !folder.has(ModelFolder.MODEL_JSON))) {
            return null;
        }
        try {
            if (!folder.path().toRealPath().startsWith(root.toRealPath())) {
                throw folder.refuse("its folder is a link to elsewhere");
            }
            return read(folder, stamp);
        } catch (ModelRefusedException refused) {
            return FoundModel.refused(folder, stamp, folder.name(), reason(refused));
        } catch (IOException | RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "A model's folder could not be read", broken);
            return FoundModel.refused(folder, stamp, folder.name(), "its folder cannot be read");
        }
    }

    private FoundModel read(ModelFolder folder, long stamp) throws IOException {
        boolean export = ExportReader.looksLike(folder);
        if (!export && !folder.has(ModelFolder.MODEL_JSON)) {
            throw folder.refuse("it has neither a model.json nor the files of a sentence-transformers export in ONNX");
        }
        ModelSpec spec = export ? ExportReader.read(folder) : ModelJson.read(folder);
        FoundModel model = FoundModel.of(folder, stamp, spec);
        if (model.bytes() > maxBytes) {
            throw folder.refuse("its files hold " + mebibytes(model.bytes()) + " MiB, and all models together may take "
                    + mebibytes(maxBytes) + " MiB (model.memory.mib)");
        }
        if (export) {
            keep(folder, spec);
        }
        return model;
    }

    /** An export says from now on what it is; where the folder cannot be written it is read anew at each start. */
    private static void keep(ModelFolder folder, ModelSpec spec) {
        try {
            Path temporary = folder.path().resolve(ModelFolder.MODEL_JSON + ".tmp");
            Files.writeString(temporary, ModelJson.write(spec), StandardCharsets.UTF_8);
            Files.move(temporary, folder.path().resolve(ModelFolder.MODEL_JSON));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "model.json of {0} could not be written", folder.name());
        }
    }

    private static List<Path> folders(Path root) {
        List<Path> folders = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return folders;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path folder : all) {
                if (folders.size() < MAX_MODELS
                        && !folder.getFileName().toString().startsWith(".")) {
                    folders.add(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A folder of models cannot be read", e);
        }
        folders.sort(null);
        return folders;
    }

    private static long stamp(Path folder, List<BasicFileAttributes> files) {
        long stamp = 1;
        try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
            for (Path file : all.limit(MAX_FILES).sorted().toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isDirectory()) {
                    files.add(attributes);
                    stamp = 31 * stamp + file.hashCode();
                    stamp = 31 * stamp + attributes.size();
                    stamp = 31 * stamp + attributes.lastModifiedTime().toMillis();
                }
            }
        } catch (IOException | RuntimeException vanishing) {
            return 0;
        }
        return stamp;
    }

    private static String reason(ModelRefusedException refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(": ");
        return colon < 0 ? message : message.substring(colon + 2);
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
