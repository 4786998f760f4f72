package org.byenatos.localaischeduler.model;

import org.byenatos.api.ai.model.ModelRefusedException;
import org.byenatos.api.ai.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds a model, or should.
 *
 * @param id the model's name, the folder's where its description cannot be read
 * @param folder where
 * @param stamp changes with the files' names, sizes and times
 * @param spec what it says, {@code null} if that cannot be read
 * @param reason why it cannot be used, {@code null} if nothing speaks against it
 */
record FoundModel(
        String id,
        ModelFolder folder,
        long stamp,
        @Nullable ModelSpec spec,
        @Nullable String reason) {

    static FoundModel of(ModelFolder folder, long stamp, ModelSpec spec) {
        return new FoundModel(spec.id(), folder, stamp, spec, null);
    }

    static FoundModel refused(ModelFolder folder, long stamp, String id, String reason) {
        return new FoundModel(id, folder, stamp, null, reason);
    }

    /** The description of a model that may be used. */
    ModelSpec usable() {
        if (reason != null || spec == null) {
            throw new ModelRefusedException(id, reason == null ? "it has no description" : reason);
        }
        return spec;
    }

    String fingerprint() {
        return Checksums.fingerprint(usable());
    }

    /** How much its files hold. */
    long bytes() {
        return usable().files().keySet().stream().mapToLong(folder::size).sum();
    }
}
