package org.byenatos.gateway.rest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Submission;
import org.byenatos.gateway.rest.json.Mappers;
import org.junit.jupiter.api.Test;

class SubmissionReaderTest {

    private static final String RECORD = "{\"id\":\"r\",\"timestamp\":\"2026-08-01T08:00:00Z\",\"source\":\"s\","
            + "\"highlight\":\"h\",\"note\":\"\",\"address\":\"\",\"tag\":[],\"access\":\"private\"}";

    @Test
    void readsRecordsOneByOne() throws IOException {
        Submission submission = read("{\"wait\":\"enriched\",\"records\":[" + RECORD + ",7," + RECORD + "]}");

        assertThat(submission.waitUntilEnriched()).isTrue();
        assertThat(submission.candidates()).hasSize(3);
        assertThat(submission.candidates().get(1).record()).isNull();
        assertThat(submission.candidates().get(2).record()).isNotNull();
        assertThat(submission.candidates().get(2).index()).isEqualTo(2);
    }

    @Test
    void saysEverythingThatIsWrongAround() {
        assertThatThrownBy(() -> read("{\"wait\":\"soon\",\"record\":[]}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/wait")
                .hasMessageContaining("/record:")
                .hasMessageContaining("/records: is missing");
    }

    @Test
    void brokenJsonIsNoSubmission() {
        assertThatThrownBy(() -> read("{\"records\":[" + RECORD + ",{\"id\":]}"))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"records\":[]} {}")).isInstanceOf(InvalidInputException.class);
    }

    private static Submission read(String json) throws IOException {
        try (JsonParser parser = Mappers.JSON.createParser(json)) {
            return SubmissionReader.read(parser);
        }
    }
}
