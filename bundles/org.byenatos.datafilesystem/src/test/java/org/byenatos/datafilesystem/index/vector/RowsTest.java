package org.byenatos.datafilesystem.index.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final RowFormat FORMAT = new RowFormat(256);
    private static final int SIGNS_ABOVE = 100;

    private final Random random = new Random(1);
    private long left = Long.MAX_VALUE;
    private final Rows rows = new Rows(FORMAT, SIGNS_ABOVE, new VectorMemory(this::allocate, System::nanoTime));

    @Test
    void whereTheBitsDoNotFitTheRowsAreNotAppendedEither() {
        append(1, 100);
        left = 0;
        assertThatThrownBy(() -> append(101, 20)).isInstanceOf(NoVectorMemoryException.class);
        assertThat(rows.view().size()).isEqualTo(100);
        assertThat(rows.view().find(101)).isNegative();
        left = Long.MAX_VALUE;
        append(201, 30);
        assertThat(rows.view().size()).isEqualTo(130);
        assertThat(rows.view().find(201)).isEqualTo(100);
        assertBitsAreThoseOfTheRows();
    }

    @Test
    void whereOnlySomeBitsFitNoneAreTakenUp() {
        append(1, 500);
        left = 512L * FORMAT.stride() * Long.BYTES;
        assertThatThrownBy(() -> append(501, 20)).isInstanceOf(NoVectorMemoryException.class);
        assertThat(rows.view().bits().size()).isEqualTo(500);
        left = Long.MAX_VALUE;
        append(601, 20);
        assertThat(rows.view().size()).isEqualTo(520);
        assertBitsAreThoseOfTheRows();
    }

    private void assertBitsAreThoseOfTheRows() {
        Rows.View view = rows.view();
        assertThat(view.bits().size()).isEqualTo(view.size());
        long[] row = new long[FORMAT.stride()];
        for (int i = 0; i < view.size(); i++) {
            view.words().copy(i, 1, row, 0);
            long[] bits = new long[view.signs().width()];
            view.signs().of(row, 0, bits, 0);
            for (int word = 0; word < bits.length; word++) {
                assertThat(view.bits().word(i, word)).isEqualTo(bits[word]);
            }
        }
    }

    private void append(long seq, int count) {
        long[] words = new long[count * FORMAT.stride()];
        for (int i = 0; i < count; i++) {
            FORMAT.pack(ProductsTest.vector(256, random), seq + i, words, i * FORMAT.stride());
        }
        rows.append(words, count);
    }

    private ByteBuffer allocate(int bytes) {
        if (bytes > left) {
            throw new OutOfMemoryError("no more");
        }
        left -= bytes;
        return ByteBuffer.allocateDirect(bytes);
    }
}
