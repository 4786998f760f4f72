package org.byenatos.gateway.rest.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.Rejected;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.gateway.rest.json.Mappers;
import org.byenatos.gateway.rest.json.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes in JSON Lines of any length: a batch is stored while the next is read. A line that is no record is refused and
 * the others are kept. Each batch is a job; jobs run in order, so the last one's end is the end of all.
 */
final class LineSubmission {

    static final int MAX_LINE = 2 * 1024 * 1024;

    private static final int BATCH = 500;
    private static final long MAX_BATCH_BYTES = 512 * 1024;

    private final Function<Submission, SubmitReceipt> submit;
    private final boolean wait;
    private final List<Candidate> batch = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long batchBytes;
    private int accepted;
    private int unchanged;
    private int revised;
    private boolean enriched = true;
    private @Nullable String jobId;

    LineSubmission(Function<Submission, SubmitReceipt> submit, boolean wait) {
        this.submit = submit;
        this.wait = wait;
    }

    SubmitReceipt read(InputStream in) throws IOException {
        LineReader lines = new LineReader(in, MAX_LINE);
        int index = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (line.length > 0) {
                add(candidate(index++, line), line.length);
            }
        }
        flush();
        if (jobId == null) {
            throw new InvalidInputException("", "has no line with a record");
        }
        return new SubmitReceipt(jobId, accepted, unchanged, revised, rejected, enriched);
    }

    private static Candidate candidate(int index, byte[] line) throws IOException {
        if (line.length > MAX_LINE) {
            return unreadable(index, "is longer than 2 MiB");
        }
        try {
            return RecordReader.read(index, Mappers.JSON.readTree(line));
        } catch (JsonProcessingException broken) {
            return unreadable(index, "is not JSON");
        }
    }

    private static Candidate unreadable(int index, String why) {
        return new Candidate(index, null, null, List.of(new Violation("", why)));
    }

    private void add(Candidate candidate, int bytes) {
        batch.add(candidate);
        batchBytes += bytes;
        if (batch.size() == BATCH || batchBytes >= MAX_BATCH_BYTES) {
            flush();
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        SubmitReceipt receipt = submit.apply(new Submission(batch, wait));
        batch.clear();
        batchBytes = 0;
        jobId = receipt.jobId();
        accepted += receipt.accepted();
        unchanged += receipt.unchanged();
        revised += receipt.revised();
        enriched &= receipt.enriched();
        rejected.addAll(receipt.rejected());
    }
}
