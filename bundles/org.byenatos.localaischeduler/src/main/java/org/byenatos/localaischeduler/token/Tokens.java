package org.byenatos.localaischeduler.token;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.error.InvalidInputException;

/** Counts tokens; a vocabulary is loaded when it is first needed and kept. Thread-safe. */
public final class Tokens implements TokenCounter {

    private final Map<String, Vocabulary> vocabularies = Arrays.stream(Vocabulary.values())
            .collect(Collectors.toUnmodifiableMap(v -> v.name().toLowerCase(Locale.ROOT), Function.identity()));
    private final List<String> names = vocabularies.keySet().stream().sorted().toList();
    private final Map<Vocabulary, BytePairEncoding> loaded = new ConcurrentHashMap<>();

    @Override
    public int count(String text, String encoding) {
        Vocabulary vocabulary = vocabularies.get(encoding);
        if (vocabulary == null) {
            throw new InvalidInputException("/encoding", "must be one of " + String.join(", ", names));
        }
        // Two first callers of one vocabulary wait for one load.
        return loaded.computeIfAbsent(vocabulary, BytePairEncoding::new).count(text);
    }

    @Override
    public List<String> encodings() {
        return names;
    }
}
