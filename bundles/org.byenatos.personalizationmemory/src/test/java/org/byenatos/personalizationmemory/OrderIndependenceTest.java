package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.byenatos.api.hinata.StoredRecord;

class OrderIndependenceTest {

    private static final List<String> SENTENCES = List.of(
            "I live in Leipzig.",
            "We live in Utrecht now.",
            "我住在乌得勒支。",
            "We're moving to Utrecht soon.",
            "I'm a vegetarian now.",
            "I started eating fish again.",
            "我不吃肉。",
            "我是无肉不欢的人。",
            "I quit coffee.",
            "I drink three coffees a day.",
            "My goal is to run 10 km.",
            "I signed up for a marathon.",
            "I work at Siemens. I'm allergic to nuts.",
            "I work at Bosch.",
            "Nothing to see here.");

    @Provide
    Arbitrary<List<StoredRecord>> histories() {
        return Arbitraries.integers()
                .between(0, SENTENCES.size() - 1)
                .list()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(OrderIndependenceTest::history);
    }

    /** Several records share a moment, so that ties are tried too. */
    private static List<StoredRecord> history(List<Integer> sentences) {
        List<StoredRecord> history = new ArrayList<>();
        for (int sentence : sentences) {
            history.add(Records.note("n" + history.size(), history.size() / 2, SENTENCES.get(sentence)));
        }
        return history;
    }

    @Property(tries = 300)
    void whatIsKnownDependsOnTheRecordsAlone(@ForAll("histories") List<StoredRecord> history, @ForAll Random random) {
        MemoryFixture atOnce = new MemoryFixture();
        atOnce.memory.learn(Records.USER, history);

        MemoryFixture shuffled = new MemoryFixture();
        List<StoredRecord> rest = new ArrayList<>(history);
        Collections.shuffle(rest, random);
        while (!rest.isEmpty()) {
            int size = 1 + random.nextInt(rest.size());
            List<StoredRecord> batch = rest.subList(0, size);
            shuffled.memory.learn(Records.USER, List.copyOf(batch));
            batch.clear();
        }

        assertThat(shuffled.stored()).isEqualTo(atOnce.stored());
        assertThat(shuffled.known()).isEqualTo(atOnce.known());
    }

    @Property(tries = 150)
    void forgettingIsAsIfItHadNeverBeenSaid(@ForAll("histories") List<StoredRecord> history, @ForAll Random random) {
        StoredRecord gone = history.get(random.nextInt(history.size()));
        MemoryFixture forgot = new MemoryFixture();
        forgot.memory.learn(Records.USER, history);
        forgot.memory.forget(Records.USER, List.of(gone.ref()));

        MemoryFixture never = new MemoryFixture();
        never.memory.learn(
                Records.USER,
                history.stream().filter(record -> !record.equals(gone)).toList());

        assertThat(forgot.stored()).isEqualTo(never.stored());
    }
}
