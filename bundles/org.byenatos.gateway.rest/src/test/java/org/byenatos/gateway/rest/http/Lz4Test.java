package org.byenatos.gateway.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Lz4Test {

    private static final byte[] TEXT =
            "{\"id\":\"r1\",\"note\":\"一 note\"}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsWrittenIsAFrameAndReadsAsItWas() throws IOException {
        byte[] frame = frame();

        assertThat(Arrays.copyOf(frame, 4)).containsExactly(0x04, 0x22, 0x4D, 0x18);
        assertThat(frame.length).isLessThan(TEXT.length / 20);
        assertThat(Lz4.decoding(new ByteArrayInputStream(frame)).readAllBytes()).isEqualTo(TEXT);
    }

    @Test
    void whatIsDamagedOrCutShortFails() throws IOException {
        byte[] frame = frame();
        byte[] changed = frame.clone();
        changed[frame.length / 2] ^= 1;

        assertThatThrownBy(() -> Lz4.decoding(new ByteArrayInputStream(changed)).readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Lz4.decoding(new ByteArrayInputStream(frame, 0, frame.length / 2))
                        .readAllBytes())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Lz4.decoding(new ByteArrayInputStream(TEXT)).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static byte[] frame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = Lz4.encoding(bytes)) {
            out.write(TEXT);
        }
        return bytes.toByteArray();
    }
}
