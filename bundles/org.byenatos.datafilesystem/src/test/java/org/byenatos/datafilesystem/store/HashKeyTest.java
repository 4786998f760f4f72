package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashKeyTest {

    @Test
    void hashesAreTheSameHoweverManyAskAtOnce() {
        byte[] key = new byte[HashKey.KEY_BYTES];
        HashKey shared = new HashKey(key);
        List<String> alone = IntStream.range(0, 2_000)
                .mapToObj(i -> Arrays.toString(new HashKey(key).id("record-" + i)))
                .toList();

        List<String> together = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> Arrays.toString(shared.id("record-" + i)))
                .toList();

        assertThat(together).isEqualTo(alone).doesNotHaveDuplicates();
    }
}
