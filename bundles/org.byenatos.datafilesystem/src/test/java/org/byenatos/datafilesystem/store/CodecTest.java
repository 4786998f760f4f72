package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.StorageException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.RecordRef;
import org.junit.jupiter.api.Test;

class CodecTest {
    private final Codec codec = new Codec();

    @Property(tries = 300)
    void keepsEveryRecord(@ForAll String note, @ForAll String json, @ForAll List<String> tags, @ForAll Access access) {
        HinataRecord record = new HinataRecord(
                "id", Instant.EPOCH, "source", "", note, "", tags, access, null, note, new Json(json), null);

        byte[] written = codec.write(record);

        assertThat(codec.read(written, HinataRecord.class)).isEqualTo(record);
        assertThat(new Codec().write(record)).isEqualTo(written);
    }

    @Test
    void keepsHalfASurrogatePair() {
        HinataRecord record = new HinataRecord(
                "\ud800", Instant.EPOCH, "é", "", "\udc00", "", List.of(), Access.PRIVATE, null, null, null, null);

        assertThat(codec.read(codec.write(record), HinataRecord.class)).isEqualTo(record);
    }

    @Test
    void membersOfALaterReleaseDoNoHarm() {
        byte[] json = "{\"appId\":\"app\",\"id\":\"r1\",\"later\":true}".getBytes(StandardCharsets.UTF_8);

        assertThat(codec.read(json, RecordRef.class).id()).isEqualTo("r1");
    }

    @Test
    void aFailureDoesNotQuoteTheContent() {
        byte[] torn = "{\"id\":\"secret".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> codec.read(torn, HinataRecord.class))
                .isInstanceOf(StorageException.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }
}
