package org.byenatos.datafilesystem.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.datafilesystem.Records;
import org.junit.jupiter.api.Test;

/** An enrichment comes back as it was stored, and so does one that an earlier release stored. */
class EnrichmentFormTest {

    private final Codec codec = new Codec();

    @Test
    void comesBackAsItWas() {
        Enrichment made = Records.enrichment("test/1");

        assertThat(codec.read(codec.write(made), Enrichment.class)).isEqualTo(made);
    }

    @Test
    void whatAnEarlierReleaseStoredIsRead() {
        String earlier = """
                {"enhancedTags":["reading"],"recommendedHighlights":[],"keyConcepts":["concept"],"language":"en",\
                "complexityLevel":"low","model":"byenatos-text/1","at":"2026-08-01T10:00:00Z"}""";
        Enrichment read = codec.read(earlier.getBytes(StandardCharsets.UTF_8), Enrichment.class);

        assertThat(read.keyConcepts()).containsExactly("concept");
        assertThat(read.mainTopics()).isEmpty();
        assertThat(read.sentiment()).isNull();
        assertThat(read.scores()).isNull();
        assertThat(read.attention()).isNull();
    }
}
