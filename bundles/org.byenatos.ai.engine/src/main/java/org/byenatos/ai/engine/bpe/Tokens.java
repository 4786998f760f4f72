package org.byenatos.ai.engine.bpe;

/** The tokens of a text, and the memory that finding them takes, which the next text uses again. Not thread-safe. */
public final class Tokens {

    final Numbers letters = new Numbers(512);
    final Word word = new Word();
    final Numbers ids = new Numbers(128);

    /** How many they are. */
    public int size() {
        return ids.size();
    }

    /** One of them. */
    public int id(int at) {
        return ids.get(at);
    }
}
