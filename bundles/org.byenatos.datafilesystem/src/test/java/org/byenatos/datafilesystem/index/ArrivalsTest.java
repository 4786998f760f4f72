package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Map<String, Long> last = new HashMap<>(Map.of("ada", 1L, "bob", 1L));
    private final Arrivals arrivals = new Arrivals(2);

    @Test
    void recordsKeepComingUntilALookFindsNoNewOnes() {
        assertThat(coming()).containsExactlyInAnyOrder("ada", "bob");
        last.put("ada", 2L);
        assertThat(coming()).containsExactly("ada");
        assertThat(coming()).isEmpty();
    }

    @Test
    void theyDoSoForSoManyLooksOnly() {
        for (long seq = 1; seq <= 2; seq++) {
            last.put("ada", seq);
            assertThat(coming()).contains("ada");
        }
        last.put("ada", 3L);
        assertThat(coming()).doesNotContain("ada");
        last.put("ada", 4L);
        assertThat(coming()).contains("ada");
    }

    @Test
    void whoIsNotLookedAtIsForgotten() {
        assertThat(coming()).contains("bob");
        arrivals.among(Set.of("ada"), last::get);
        assertThat(coming()).contains("bob");
    }

    private Set<String> coming() {
        return arrivals.among(Set.of("ada", "bob"), last::get);
    }
}
