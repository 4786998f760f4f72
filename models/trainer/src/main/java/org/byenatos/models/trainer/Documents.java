package org.byenatos.models.trainer;

import java.util.Arrays;

/** Token numbers of many documents end to end, and where each token stands. A bag is a document without order. */
final class Documents {
    private final int[] tokens;
    private final int[] starts;
    private final int bagsFrom;
    private final int[] firsts;
    private final int[] positions;
    private final int[] owners;

    /** @param bagsFrom number of the first document that is a bag */
    private Documents(int[] tokens, int[] starts, int bagsFrom, int size) {
        this.tokens = tokens;
        this.starts = starts;
        this.bagsFrom = bagsFrom;
        this.firsts = new int[size + 1];
        this.positions = new int[tokens.length];
        this.owners = new int[tokens.length];
        for (int d = 0; d + 1 < starts.length; d++) {
            Arrays.fill(owners, starts[d], starts[d + 1], d);
        }
        index(size);
    }

    private void index(int size) {
        for (int t : tokens) {
            firsts[t + 1]++;
        }
        for (int i = 0; i < size; i++) {
            firsts[i + 1] += firsts[i];
        }
        int[] next = firsts.clone();
        for (int i = 0; i < tokens.length; i++) {
            positions[next[tokens[i]]++] = i;
        }
    }

    /** Paragraphs, dialogues and single texts, and then translations as bags. */
    static Documents of(EncodedTexts texts, int size) {
        Builder builder = new Builder();
        for (int s = 0; s < texts.sentences().size(); s++) {
            if (s == 0 || texts.paragraphs()[s] != texts.paragraphs()[s - 1]) {
                builder.begin();
            }
            builder.add(texts.sentences(), s);
        }
        texts.pairs().stream().filter(p -> !isBag(p.source())).forEach(builder::addAll);
        int bags = builder.documents;
        texts.pairs().stream().filter(p -> isBag(p.source())).forEach(builder::addAll);
        builder.begin();
        return new Documents(
                Arrays.copyOf(builder.tokens, builder.length),
                Arrays.copyOf(builder.starts, builder.documents),
                bags,
                size);
    }

    private static boolean isBag(String source) {
        return source.equals("cc-cedict")
                || source.equals("tatoeba")
                || source.equals("python-docs")
                || source.startsWith("wordnet");
    }

    int first(int token) {
        return firsts[token];
    }

    int count(int token) {
        return firsts[token + 1] - firsts[token];
    }

    int total() {
        return tokens.length;
    }

    int position(int at) {
        return positions[at];
    }

    int documentAt(int position) {
        return owners[position];
    }

    int start(int document) {
        return starts[document];
    }

    boolean isBag(int document) {
        return document >= bagsFrom;
    }

    int token(int position) {
        return tokens[position];
    }

    private static final class Builder {
        private int[] tokens = new int[1 << 20];
        private int length;
        private int[] starts = new int[1 << 16];
        private int documents;

        void begin() {
            if (documents == starts.length) {
                starts = Arrays.copyOf(starts, 2 * documents);
            }
            starts[documents++] = length;
        }

        void addAll(TokenPairs pairs) {
            for (int i = 0; i < pairs.size(); i++) {
                begin();
                add(pairs.a(), i);
                add(pairs.b(), i);
            }
        }

        void add(TokenTexts texts, int text) {
            for (int token : texts.get(text)) {
                if (length == tokens.length) {
                    tokens = Arrays.copyOf(tokens, 2 * length);
                }
                tokens[length++] = token;
            }
        }
    }
}
