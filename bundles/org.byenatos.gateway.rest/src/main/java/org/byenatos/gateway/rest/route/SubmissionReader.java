package org.byenatos.gateway.rest.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.byenatos.api.error.InvalidInputException;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.Candidate;
import org.byenatos.api.hinata.Submission;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.json.Mappers;
import org.byenatos.gateway.rest.json.RecordReader;
import org.byenatos.gateway.rest.json.Words;

/** Reads the JSON body of a submission, one record at a time, so that a large batch is never a large tree. */
final class SubmissionReader {

    private SubmissionReader() {}

    static Submission read(Exchange exchange) {
        try (InputStream in = exchange.bounded();
                JsonParser parser = Mappers.JSON.createParser(in)) {
            return read(parser);
        } catch (JsonProcessingException broken) {
            throw Exchange.broken(broken);
        } catch (IOException gone) {
            throw Exchange.gone();
        }
    }

    static Submission read(JsonParser parser) throws IOException {
        List<Violation> wrong = new ArrayList<>();
        List<Candidate> candidates = null;
        boolean wait = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidInputException("", "must be an object with the member records");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "records" -> candidates = records(parser, wrong);
                case "wait" -> wait = wait(parser, wrong);
                default -> {
                    wrong.add(new Violation("/" + name, "is not a member that the contract knows"));
                    parser.skipChildren();
                }
            }
        }
        if (parser.nextToken() != null) {
            wrong.add(new Violation("", "must be one object, and more follows"));
        }
        if (candidates == null) {
            wrong.add(new Violation("/records", "is missing"));
        }
        if (!wrong.isEmpty() || candidates == null) {
            throw new InvalidInputException(wrong);
        }
        return new Submission(candidates, wait);
    }

    private static List<Candidate> records(JsonParser parser, List<Violation> wrong) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrong.add(new Violation("/records", "must be an array of records"));
            parser.skipChildren();
            return candidates;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode record = Mappers.PART.readTree(parser);
            candidates.add(RecordReader.read(candidates.size(), record));
        }
        return candidates;
    }

    private static boolean wait(JsonParser parser, List<Violation> wrong) throws IOException {
        Boolean wait = parser.currentToken() == JsonToken.VALUE_STRING ? Words.WAIT.get(parser.getText()) : null;
        if (wait == null) {
            wrong.add(new Violation("/wait", "must be one of " + String.join(", ", Words.WAIT.keySet())));
            parser.skipChildren();
            return false;
        }
        return wait;
    }
}
