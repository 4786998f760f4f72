package org.byenatos.gateway.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.HinataRecord;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final String GOOD = """
            {"id":"r1","timestamp":"2026-08-01T10:00:00+02:00","source":"kindle","highlight":"h","note":"",
             "address":"book:1#p3","tag":["a","b"],"access":"shared","author":"Le Guin",
             "raw_data":{"x":1.50,"nested":[null,"中"]}}
            """;

    @Test
    void readsEveryMember() throws Exception {
        HinataRecord record = read(GOOD).record();

        assertThat(record.id()).isEqualTo("r1");
        assertThat(record.timestamp()).isEqualTo(Instant.parse("2026-08-01T08:00:00Z"));
        assertThat(record.tag()).containsExactly("a", "b");
        assertThat(record.access()).isEqualTo(Access.SHARED);
        assertThat(record.author()).isEqualTo("Le Guin");
        assertThat(record.threadOrDefault()).isEqualTo("book:1");
        assertThat(record.metadata()).isNull();
    }

    @Test
    void keepsRawDataAsGiven() throws Exception {
        assertThat(read(GOOD).record().rawData().text()).isEqualTo("{\"x\":1.50,\"nested\":[null,\"中\"]}");
    }

    @Test
    void namesEveryFault() throws Exception {
        Candidate candidate =
                read("{\"id\":\"r2\",\"timestamp\":\"yesterday\",\"source\":7,\"highlight\":\"h\",\"note\":\"\","
                        + "\"address\":\"\",\"tags\":[],\"access\":\"secret\"}");

        assertThat(candidate.record()).isNull();
        assertThat(candidate.id()).isEqualTo("r2");
        assertThat(candidate.violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/timestamp", "/source", "/tag", "/access", "/tags");
    }

    @Test
    void aValueThatIsNoObjectIsACandidateToo() throws Exception {
        assertThat(read("[1]").violations()).contains(new Violation("", "must be an object"));
    }

    @Test
    void aMissingMemberIsNotAnEmptyOne() throws Exception {
        List<Violation> wrong = read("{\"id\":\"x\"}").violations();

        assertThat(wrong).contains(new Violation("/note", "is missing"), new Violation("/tag", "is missing"));
    }

    private static Candidate read(String json) throws Exception {
        return RecordReader.read(0, Mappers.JSON.readTree(json));
    }
}
