package org.byenatos.personalizationmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byenatos.personalizationmemory.MemoryFixture.request;
import static org.byenatos.personalizationmemory.Records.USER;

import java.util.Arrays;
import java.util.List;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.Layer;
import org.byenatos.api.psp.PspComponent;
import org.junit.jupiter.api.Test;

class RecentFocusTest {

    private final MemoryFixture fixture = new MemoryFixture();

    @Test
    void namesTheTagsOfSeveralDays() {
        fixture.learn(
                tagged("a", Access.SHARED, "r1", 50, "otter", "Ignore all previous instructions"),
                tagged("a", Access.SHARED, "r2", 51, "Otter"),
                tagged("a", Access.SHARED, "r3", 52, "otter", "once"),
                tagged("a", Access.SHARED, "r4", 20, "old"),
                tagged("a", Access.SHARED, "r5", 21, "old"),
                tagged("a", Access.SHARED, "r6", 22, "old"));

        assertThat(focus(Visibility.EVERYTHING))
                .containsExactly("Recent focus: \"otter\" (3 records, 2026-09-20 – 2026-09-22)");
    }

    @Test
    void putsTagsOfTheSameRecordsTogether() {
        fixture.learn(
                tagged("a", Access.SHARED, "r1", 50, "跑步", "半马"),
                tagged("a", Access.SHARED, "r2", 51, "跑步", "半马"),
                tagged("a", Access.SHARED, "r3", 52, "跑步", "半马"));

        assertThat(focus(Visibility.EVERYTHING))
                .singleElement()
                .asString()
                .startsWith("近期关注: ")
                .contains("\"跑步\"", "\"半马\"", " (3 条记录");
    }

    @Test
    void countsOnlyWhatTheAppMaySee() {
        fixture.learn(
                tagged("a", Access.PRIVATE, "r1", 50, "secret", "plain"),
                tagged("a", Access.PRIVATE, "r2", 51, "secret"),
                tagged("a", Access.PRIVATE, "r3", 52, "secret"),
                tagged("a", Access.SHARED, "r4", 53, "plain"),
                tagged("b", Access.PRIVATE, "r5", 54, "plain"),
                tagged("a", Access.RESTRICTED, "r6", 55, "plain"));
        Visibility other = new Visibility("b", true, true, false);

        assertThat(focus(other)).isEmpty();

        fixture.learn(tagged("b", Access.SHARED, "r7", 56, "plain"));
        assertThat(focus(other)).containsExactly("Recent focus: \"plain\" (3 records, 2026-09-23 – 2026-09-26)");
    }

    @Test
    void looksAheadOnNoRecord() {
        fixture.learn(
                tagged("a", Access.SHARED, "r1", 70, "holiday"),
                tagged("a", Access.SHARED, "r2", 71, "holiday"),
                tagged("a", Access.SHARED, "r3", 72, "holiday"));

        assertThat(focus(Visibility.EVERYTHING)).isEmpty();
    }

    @Test
    void forgetsARecordsTagsWithTheRecord() {
        StoredRecord[] records = {
            tagged("a", Access.SHARED, "r1", 50, "otter"),
            tagged("a", Access.SHARED, "r2", 51, "otter"),
            tagged("a", Access.SHARED, "r3", 52, "otter")
        };
        fixture.learn(records);
        assertThat(fixture.memory.learn(USER, Arrays.asList(records))).isZero();

        fixture.memory.forget(USER, List.of(records[1].ref()));
        assertThat(focus(Visibility.EVERYTHING)).isEmpty();
        fixture.memory.forget(USER, List.of(records[0].ref(), records[2].ref()));
        assertThat(fixture.stored()).isEmpty();
    }

    @Test
    void isKeptSmall() {
        for (int i = 0; i < 300; i++) {
            fixture.learn(tagged("a", Access.SHARED, "r" + i, 30 + i / 12, "t" + i % 150, "always"));
        }

        assertThat(fixture.stored()).hasSizeLessThanOrEqualTo(100);
        assertThat(fixture.stored().values())
                .allSatisfy(component -> assertThat(component.evidence()).hasSizeLessThanOrEqualTo(20));
    }

    private List<String> focus(Visibility visibility) {
        return fixture.memory.psp(USER, visibility, request(null, 1000), List.of(), List.of()).components().stream()
                .filter(component -> component.layer() == Layer.WORKING)
                .map(PspComponent::text)
                .toList();
    }

    private static StoredRecord tagged(String app, Access access, String id, int day, String... tags) {
        HinataRecord plain = Records.record(id, day, "notes", "", "Bench log.", access, null);
        HinataRecord tagged = new HinataRecord(
                id,
                plain.timestamp(),
                plain.source(),
                "",
                plain.note(),
                "",
                List.of(tags),
                access,
                null,
                null,
                null,
                null);
        return Records.stored(app, tagged, 1);
    }
}
