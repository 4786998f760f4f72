package org.byenatos.api.ai.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a model.
 *
 * @param id the name of the model, {@code [a-z0-9][a-z0-9._-]*}, at most 100 characters
 * @param task what it was made for
 * @param engine the name of the engine that opens it
 * @param files the files of the folder that belong to it, with their SHA-256 in lower-case hex
 * @param dimensions length of a vector; 1 for {@link ModelTask#RERANK}, the number of labels for
 *     {@link ModelTask#CLASSIFICATION}
 * @param maximumTokens longer texts are cut there
 * @param pooling how a row comes from the tokens'
 * @param normalize whether rows are to be made unit vectors after pooling; needless if the graph does it
 * @param queryPrefix put before a question, may be empty
 * @param passagePrefix put before a text, may be empty
 * @param labels of a classification, in the order of its output; empty otherwise
 * @param languages BCP 47 tags
 * @param licence SPDX identifier, {@code null} if the folder does not tell
 */
public record ModelSpec(
        String id,
        ModelTask task,
        String engine,
        Map<String, String> files,
        int dimensions,
        int maximumTokens,
        Pooling pooling,
        boolean normalize,
        String queryPrefix,
        String passagePrefix,
        List<String> labels,
        List<String> languages,
        @Nullable String licence) {

    public ModelSpec {
        files = Map.copyOf(files);
        labels = List.copyOf(labels);
        languages = List.copyOf(languages);
    }
}
