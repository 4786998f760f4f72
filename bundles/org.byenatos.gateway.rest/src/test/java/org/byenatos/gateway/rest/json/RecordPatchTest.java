package org.byenatos.gateway.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.Test;

class RecordPatchTest {

    private static final HinataRecord RECORD = new HinataRecord(
            "r1",
            Instant.parse("2026-01-01T00:00:00Z"),
            "kindle",
            "marked",
            "noted",
            "book:1",
            List.of("a", "b"),
            Access.SHARED,
            "Ada",
            null,
            new Json("{\"page\":7,\"at\":{\"x\":1.50}}"),
            null);

    @Test
    void anEmptyPatchChangesNothing() {
        assertThat(RecordPatch.apply(RECORD, new Json("{}"))).isEqualTo(RECORD);
    }

    @Test
    void membersChangeGoAndMerge() {
        HinataRecord patched = RecordPatch.apply(
                RECORD,
                new Json("{\"note\":\"new\",\"author\":null,\"tag\":[\"c\"],\"access\":\"private\","
                        + "\"raw_data\":{\"page\":null,\"at\":{\"y\":2}},\"metadata\":{\"k\":1}}"));

        assertThat(patched.note()).isEqualTo("new");
        assertThat(patched.author()).isNull();
        assertThat(patched.tag()).containsExactly("c");
        assertThat(patched.access()).isEqualTo(Access.PRIVATE);
        assertThat(patched.rawData()).isEqualTo(new Json("{\"at\":{\"x\":1.50,\"y\":2}}"));
        assertThat(patched.metadata()).isEqualTo(new Json("{\"k\":1}"));
        assertThat(patched.highlight()).isEqualTo("marked");
    }

    @Test
    void whatIsNoPatchOrLeavesNoRecordIsRefused() {
        for (String patch : List.of("[]", "1", "{\"nota\":\"x\"}", "{\"source\":null}", "{\"timestamp\":\"today\"}")) {
            assertThatThrownBy(() -> RecordPatch.apply(RECORD, new Json(patch)))
                    .as(patch)
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
