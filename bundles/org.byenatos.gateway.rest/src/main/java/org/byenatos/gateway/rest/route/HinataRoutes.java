package org.byenatos.gateway.rest.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.byenatos.api.Credential;
import org.byenatos.api.common.Json;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.hinata.RecordFilter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.FilterReader;
import org.byenatos.gateway.rest.json.RecordPatch;
import org.byenatos.gateway.rest.json.RecordViews;
import org.byenatos.gateway.rest.json.Views;
import org.byenatos.gateway.rest.json.Words;

/** {@code /hinata} and the jobs that enrich records. */
public final class HinataRoutes {

    private static final String RECORD = "/hinata/{id}";

    private final Core core;

    private HinataRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        HinataRoutes routes = new HinataRoutes(core);
        return List.of(
                new Route("POST", "/hinata", routes::submit),
                new Route("GET", "/hinata", routes::list),
                new Route("GET", RECORD, routes::get),
                new Route("PATCH", RECORD, routes::patch),
                new Route("DELETE", RECORD, routes::delete),
                new Route("POST", RECORD + "/restore", routes::restore),
                new Route("GET", "/bin", routes::bin),
                new Route("GET", RECORD + "/revisions", routes::revisions),
                new Route("GET", "/jobs/{job_id}", routes::job));
    }

    private Answer submit(Exchange exchange) {
        if (exchange.is(Exchange.NDJSON) || exchange.is("application/x-lz4")) {
            return submitLines(exchange);
        }
        exchange.requireType("application/json", Exchange.NDJSON, "application/x-lz4");
        Submission submission = SubmissionReader.read(exchange);
        return answer(submission.waitUntilEnriched(), submit(exchange.credential(), submission));
    }

    private Answer submitLines(Exchange exchange) {
        Fields query = exchange.queryFields();
        boolean wait = query.word("wait", Words.WAIT, false);
        query.noOthers().check();
        Credential credential = exchange.credential();
        try (InputStream in = exchange.lines()) {
            return answer(wait, new LineSubmission(batch -> submit(credential, batch), wait).read(in));
        } catch (IOException gone) {
            throw Exchange.gone();
        }
    }

    private SubmitReceipt submit(Credential credential, Submission submission) {
        return core.calls().call(calls -> calls.hinataDataSubmit(credential, submission));
    }

    private static Answer answer(boolean wait, SubmitReceipt receipt) {
        RecordViews.ReceiptView view = RecordViews.ReceiptView.of(receipt);
        return wait && receipt.enriched() ? Answer.ok(view) : Answer.accepted(view);
    }

    private Answer list(Exchange exchange) {
        Fields query = exchange.queryFields();
        PageRequest page = Listing.page(query);
        RecordFilter filter = FilterReader.read(query);
        query.check();
        Page<StoredRecord> records = core.data().call(data -> data.records(exchange.credential(), filter, page));
        List<RecordViews.RecordView> items =
                records.items().stream().map(RecordViews.RecordView::of).toList();
        return Answer.ok(new Views.ListView<>(items, records.nextCursor()));
    }

    private Answer get(Exchange exchange) {
        return Answer.ok(RecordViews.RecordView.of(core.data()
                .call(data -> data.record(exchange.credential(), exchange.path("id"), exchange.query("app_id")))));
    }

    private Answer revisions(Exchange exchange) {
        List<RecordViews.RecordView> earlier = core
                .data()
                .call(data -> data.revisions(exchange.credential(), exchange.path("id"), exchange.query("app_id")))
                .stream()
                .map(RecordViews.RecordView::of)
                .toList();
        return Answer.ok(new Views.ListView<>(earlier, null));
    }

    private Answer patch(Exchange exchange) {
        Json patch = exchange.json();
        SubmitReceipt receipt = core.data()
                .call(data -> data.changeRecord(
                        exchange.credential(),
                        exchange.path("id"),
                        exchange.query("app_id"),
                        present -> RecordPatch.apply(present, patch)));
        return Answer.accepted(RecordViews.ReceiptView.of(receipt));
    }

    /** With {@code ?mode=soft} it can come back; without, it is gone with all its revisions. */
    private Answer delete(Exchange exchange) {
        Fields query = exchange.queryFields();
        boolean soft = query.word("mode", Words.DELETIONS, false);
        String appId = query.optionalText("app_id");
        query.noOthers().check();
        core.data().run(data -> {
            if (soft) {
                data.binRecord(exchange.credential(), exchange.path("id"), appId);
            } else {
                data.deleteRecord(exchange.credential(), exchange.path("id"), appId);
            }
        });
        return Answer.nothing();
    }

    private Answer restore(Exchange exchange) {
        exchange.optionalBody().noOthers().check();
        core.data()
                .run(data -> data.restoreRecord(exchange.credential(), exchange.path("id"), exchange.query("app_id")));
        return Answer.nothing();
    }

    private Answer bin(Exchange exchange) {
        Fields query = exchange.queryFields();
        PageRequest page = Listing.page(query);
        query.noOthers().check();
        Page<StoredRecord> records = core.data().call(data -> data.binnedRecords(exchange.credential(), page));
        return Answer.ok(new Views.ListView<>(
                records.items().stream().map(RecordViews.RecordView::of).toList(), records.nextCursor()));
    }

    private Answer job(Exchange exchange) {
        return Answer.ok(
                Views.JobView.of(core.data().call(data -> data.job(exchange.credential(), exchange.path("job_id")))));
    }
}
