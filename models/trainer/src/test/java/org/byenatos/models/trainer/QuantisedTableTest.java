package org.byenatos.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantisedTableTest {
    @Property
    void noValueIsOffByMoreThanHalfAStep(@ForAll @Size(8) List<@FloatRange(min = -100, max = 100) Float> values) {
        float[] row = new float[8];
        for (int i = 0; i < 8; i++) {
            row[i] = values.get(i);
        }
        QuantisedTable table = QuantisedTable.of(new float[][] {row});
        for (int i = 0; i < row.length; i++) {
            assertThat(Math.abs(table.floats()[0][i] - row[i])).isLessThanOrEqualTo(0.501f * table.scales()[0]);
        }
    }

    @Test
    void aRowOfZerosStaysOne() {
        assertThat(QuantisedTable.of(new float[1][4]).floats()[0]).containsOnly(0);
    }

    @Test
    void sharpeningKeepsDirectionsAndRaisesLengths() {
        float[] row = Sharpening.sharpened(new float[][] {{3, 4}}, 2)[0];
        assertThat(row).containsExactly(15, 20);
    }
}
