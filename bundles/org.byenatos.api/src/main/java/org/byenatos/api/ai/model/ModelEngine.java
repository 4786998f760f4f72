package org.byenatos.api.ai.model;

import java.nio.file.Path;
import org.byenatos.api.error.UnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** Opens the folders of models of one file format. A bundle with another runtime registers another one. Thread-safe. */
@ProviderType
public interface ModelEngine {

    /** The word that {@code model.json} names it by. */
    String name();

    /** The version of its runtime. */
    String version();

    /**
     * Opens a model; takes up to seconds and waits for the engine's own start. The files' checksums were verified before.
     *
     * @throws ModelRefusedException if the files are no such model: the reason is for people
     * @throws UnavailableException if the engine cannot run on this machine, or was stopped
     */
    OpenModel open(Path folder, ModelSpec spec);
}
