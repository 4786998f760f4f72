package org.byenatos.api.hinata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.error.Violation;
import org.junit.jupiter.api.Test;

class RecordRulesTest {

    @Test
    void aRecordAtEveryLimitIsGood() {
        assertThat(RecordRules.check(record("i".repeat(200), "h".repeat(10_000), "n".repeat(50_000), List.of("t"))))
                .isEmpty();
    }

    @Test
    void whatIsTooLongIsNamed() {
        assertThat(RecordRules.check(
                        record("i".repeat(201), "h".repeat(10_001), "n".repeat(50_001), List.of("", "ok"))))
                .extracting(Violation::pointer)
                .containsExactly("/id", "/highlight", "/note", "/tag/0");
    }

    @Test
    void highlightMayBeEmptyOnlyIfNoteIsNot() {
        assertThat(RecordRules.check(record("i", "", "n", List.of()))).isEmpty();
        assertThat(RecordRules.check(record("i", " ", "", List.of())))
                .extracting(Violation::pointer)
                .containsExactly("/highlight");
    }

    @Test
    void theThreadIsTheAddressWithoutItsFragment() {
        assertThat(record("i", "h", "", List.of()).threadOrDefault()).isEqualTo("https://example.org/page");
    }

    private static HinataRecord record(String id, String highlight, String note, List<String> tag) {
        return new HinataRecord(
                id,
                Instant.EPOCH,
                "test",
                highlight,
                note,
                "https://example.org/page#part",
                tag,
                Access.PRIVATE,
                null,
                null,
                null,
                null);
    }
}
