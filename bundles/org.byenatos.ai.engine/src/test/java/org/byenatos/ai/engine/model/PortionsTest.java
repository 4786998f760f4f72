package org.byenatos.ai.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.ai.engine.text.Encoded;

class PortionsTest {

    @Property(tries = 200)
    void everyTextWithTokensIsInOnePortionThatIsNotTooLarge(
            @ForAll List<@IntRange(min = 0, max = 3000) Integer> lengths) {
        List<Encoded> texts = lengths.stream()
                .map(length -> new Encoded(new long[length], new long[length]))
                .toList();

        List<List<Integer>> portions = Portions.of(texts);

        assertThat(portions.stream().flatMap(List::stream).toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, texts.size())
                        .filter(text -> lengths.get(text) > 0)
                        .boxed()
                        .toList());
        assertThat(portions).allSatisfy(portion -> {
            int columns = portion.stream().mapToInt(lengths::get).max().orElseThrow();
            assertThat(portion.size() == 1 || portion.size() * columns <= Portions.PLACES)
                    .isTrue();
        });
    }
}
