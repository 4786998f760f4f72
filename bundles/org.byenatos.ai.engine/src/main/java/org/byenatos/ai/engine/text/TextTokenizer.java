package org.byenatos.ai.engine.text;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.concurrent.atomic.AtomicLong;
import org.byenatos.api.ai.model.ModelInput;

/**
 * A Hugging Face tokenizer. DJL's own wrapper of it also fetches every token's text and place, which takes longer than
 * the tokenizing; this one takes the ids. Thread-safe, but {@link #close} must come after the last call.
 */
public final class TextTokenizer implements AutoCloseable {

    private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;
    private static final String BOTH_TEXTS = "LONGEST_FIRST";

    private final AtomicLong handle;
    private final int maximumTokens;

    private TextTokenizer(long handle, int maximumTokens) {
        this.handle = new AtomicLong(handle);
        this.maximumTokens = maximumTokens;
    }

    /**
     * Opens a tokenizer.
     *
     * @param json contents of a {@code tokenizer.json}
     * @param maximumTokens longer texts are cut there, the longer one of a pair first
     * @throws RuntimeException if the library does not take it
     */
    public static TextTokenizer open(String json, int maximumTokens) {
        long handle = LIBRARY.createTokenizerFromString(json);
        LIBRARY.disablePadding(handle);
        LIBRARY.setTruncation(handle, maximumTokens, BOTH_TEXTS, 0);
        return new TextTokenizer(handle, maximumTokens);
    }

    /** The tokens of a text, with the special ones that the model expects around it; cut at the maximum. */
    public Encoded encode(ModelInput input) {
        String second = input.second();
        long encoding = second == null
                ? LIBRARY.encode(handle.get(), cut(input.text()), true)
                : LIBRARY.encodeDual(handle.get(), cut(input.text()), cut(second), true);
        try {
            return new Encoded(LIBRARY.getTokenIds(encoding), LIBRARY.getTypeIds(encoding));
        } finally {
            LIBRARY.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        long open = handle.getAndSet(0);
        if (open != 0) {
            LIBRARY.deleteTokenizer(open);
        }
    }

    private String cut(String text) {
        return LongTexts.beginning(text, maximumTokens);
    }
}
