package org.byenatos.gateway.rest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.Rejected;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.junit.jupiter.api.Test;

class LineSubmissionTest {

    private final List<String> stored = new ArrayList<>();

    @Property(tries = 40)
    void keepsEveryLineInOrderWhateverTheirNumber(@ForAll @IntRange(min = 1, max = 1800) int lines) throws IOException {
        stored.clear();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(line("r" + i)).append(i % 3 == 0 ? "\r\n" : "\n");
        }

        SubmitReceipt receipt = read(text.toString());

        assertThat(receipt.accepted()).isEqualTo(lines);
        assertThat(stored).hasSize(lines).startsWith("r0").endsWith("r" + (lines - 1));
        assertThat(receipt.jobId()).isEqualTo("job-" + (lines + 499) / 500);
    }

    @Test
    void refusesABrokenLineAndKeepsTheOthers() throws IOException {
        SubmitReceipt receipt = read(line("a") + "\n{broken\n\n" + line("b"));

        assertThat(stored).containsExactly("a", "b");
        assertThat(receipt.rejected()).singleElement().satisfies(refused -> {
            assertThat(refused.index()).isEqualTo(1);
            assertThat(refused.errors().get(0).detail()).isEqualTo("is not JSON");
        });
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        String huge = line("x".repeat(LineSubmission.MAX_LINE));

        SubmitReceipt receipt = read(huge + "\n" + line("b") + "\n");

        assertThat(stored).containsExactly("b");
        assertThat(receipt.rejected()).extracting(Rejected::index).containsExactly(0);
    }

    @Test
    void nothingIsNoSubmission() {
        assertThatThrownBy(() -> read("\n\n")).isInstanceOf(InvalidInputException.class);
    }

    private SubmitReceipt read(String text) throws IOException {
        int[] jobs = {0};
        return new LineSubmission(batch -> store(batch, ++jobs[0]), false)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private SubmitReceipt store(Submission batch, int job) {
        List<Rejected> rejected = new ArrayList<>();
        int accepted = 0;
        for (Candidate candidate : batch.candidates()) {
            if (candidate.record() == null) {
                rejected.add(new Rejected(candidate.index(), candidate.id(), candidate.violations()));
            } else {
                stored.add(candidate.record().id());
                accepted++;
            }
        }
        return new SubmitReceipt("job-" + job, accepted, 0, 0, rejected, false);
    }

    private static String line(String id) {
        return "{\"id\":\"" + id
                + "\",\"timestamp\":\"2026-08-01T08:00:00Z\",\"source\":\"s\",\"highlight\":\"h\",\"note\":\"\","
                + "\"address\":\"\",\"tag\":[],\"access\":\"private\"}";
    }
}
