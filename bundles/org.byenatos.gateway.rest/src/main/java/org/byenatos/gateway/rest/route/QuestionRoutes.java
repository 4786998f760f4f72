package org.byenatos.gateway.rest.route;

import java.util.List;
import org.byenatos.api.PersonalizationQuery;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.FilterReader;
import org.byenatos.gateway.rest.json.RecordViews;
import org.byenatos.gateway.rest.json.Words;

/** What is asked of records and memory: queries, PSPs, enhancements. */
public final class QuestionRoutes {

    private static final int DEFAULT_LIMIT = 10;

    private final Core core;

    private QuestionRoutes(Core core) {
        this.core = core;
    }

    public static List<Route> of(Core core) {
        QuestionRoutes routes = new QuestionRoutes(core);
        return List.of(
                new Route("POST", "/personalization/query", routes::query),
                new Route("POST", "/psp", routes::psp),
                new Route("POST", "/enhancement", routes::enhancement));
    }

    private Answer query(Exchange exchange) {
        long start = System.nanoTime();
        Fields fields = exchange.body();
        PersonalizationQuery query = new PersonalizationQuery(
                fields.text("question"),
                fields.integer("limit", DEFAULT_LIMIT),
                fields.optionalInteger("token_budget"),
                FilterReader.read(fields.object("filter")),
                fields.number("min_score", 0),
                fields.flag("explain"));
        fields.noOthers().check();
        List<RecordViews.HitView> results =
                core.calls().call(calls -> calls.personalizationQuery(exchange.credential(), query)).stream()
                        .map(RecordViews.HitView::of)
                        .toList();
        return Answer.ok(new RecordViews.QueryView(results, millisSince(start)));
    }

    private Answer psp(Exchange exchange) {
        Fields fields = exchange.optionalBody();
        PspRequest request = new PspRequest(
                fields.optionalText("question"),
                fields.integer("token_budget", PspRequest.DEFAULT_BUDGET),
                encoding(fields),
                fields.word("format", Words.FORMATS, PspFormat.MARKDOWN),
                fields.words("layers", Words.LAYERS));
        fields.noOthers().check();
        return Answer.ok(RecordViews.PspView.of(
                core.calls().call(calls -> calls.pspDataRequest(exchange.credential(), request))));
    }

    private Answer enhancement(Exchange exchange) {
        Fields fields = exchange.body();
        EnhancementRequest request = new EnhancementRequest(
                fields.text("question"),
                fields.integer("token_budget", PspRequest.DEFAULT_BUDGET),
                encoding(fields),
                fields.integer("limit", DEFAULT_LIMIT));
        fields.noOthers().check();
        return Answer.ok(RecordViews.EnhancementView.of(
                core.data().call(data -> data.enhancement(exchange.credential(), request))));
    }

    private static String encoding(Fields fields) {
        String encoding = fields.optionalText("encoding");
        return encoding == null ? TokenCounter.DEFAULT_ENCODING : encoding;
    }

    private static double millisSince(long start) {
        return Math.round((System.nanoTime() - start) / 1e4) / 100.0;
    }
}
