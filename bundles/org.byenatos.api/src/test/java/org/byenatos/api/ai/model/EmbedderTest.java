package org.byenatos.api.ai.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbedderTest {

    private static final String LONG = "x".repeat(Embedder.MOST_CHARACTERS);

    @Test
    void theBeginningOfALongTextStandsForIt() {
        assertThat(Embedder.beginning("short")).isEqualTo("short");
        assertThat(Embedder.beginning(LONG)).isEqualTo(LONG);
        assertThat(Embedder.beginning(LONG + "y")).isEqualTo(LONG);
    }

    @Test
    void noCharacterIsSplit() {
        assertThat(Embedder.beginning(LONG.substring(1) + "\uD83D\uDE00")).isEqualTo(LONG.substring(1));
    }
}
