package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.Access;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.HinataRecord;

/** Reads one HiNATA record; one that cannot be read becomes a candidate that carries its faults. */
public final class RecordReader {

    private RecordReader() {}

    /** The record at a position of a submission. */
    public static Candidate read(int index, JsonNode node) {
        Fields fields = Fields.of(node);
        HinataRecord record = record(fields);
        List<Violation> wrong = fields.noOthers().violations();
        if (wrong.isEmpty()) {
            return Candidate.of(index, record);
        }
        return new Candidate(index, record.id().isEmpty() ? null : record.id(), null, wrong);
    }

    private static HinataRecord record(Fields fields) {
        return new HinataRecord(
                fields.text("id"),
                fields.instant("timestamp"),
                fields.text("source"),
                fields.text("highlight"),
                fields.text("note"),
                fields.text("address"),
                fields.texts("tag"),
                access(fields),
                fields.optionalText("author"),
                fields.optionalText("thread"),
                fields.json("raw_data"),
                fields.json("metadata"));
    }

    private static Access access(Fields fields) {
        if (!fields.has("access")) {
            fields.missing("access");
        }
        return fields.word("access", Words.ACCESS, Access.PRIVATE);
    }
}
