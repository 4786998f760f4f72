package org.byenatos.api.ai;

import java.util.List;
import org.byenatos.api.error.InvalidInputException;
import org.osgi.annotation.versioning.ProviderType;

/** Counts tokens as language models do. Runs on the caller's thread. Thread-safe. */
@ProviderType
public interface TokenCounter {

    /** The encoding that is used where none is asked for. */
    String DEFAULT_ENCODING = "o200k_base";

    /**
     * How many tokens a text has.
     *
     * @throws InvalidInputException at {@code /encoding} if the encoding is not one of {@link #encodings}
     */
    int count(String text, String encoding);

    /** The names of the encodings, sorted. */
    List<String> encodings();
}
