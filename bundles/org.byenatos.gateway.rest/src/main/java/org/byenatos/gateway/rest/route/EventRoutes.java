package org.byenatos.gateway.rest.route;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.byenatos.api.common.Json;
import org.byenatos.api.ipc.EventQuery;
import org.byenatos.api.ipc.NewMessage;
import org.byenatos.gateway.rest.http.Answer;
import org.byenatos.gateway.rest.http.Exchange;
import org.byenatos.gateway.rest.http.IdempotencyKeys;
import org.byenatos.gateway.rest.http.Route;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.stream.EventStreams;

/** {@code /messages} and {@code /events}. */
public final class EventRoutes {

    private static final String STREAM = "text/event-stream;charset=utf-8";

    private final Core core;
    private final EventStreams streams;

    private EventRoutes(Core core, EventStreams streams) {
        this.core = core;
        this.streams = streams;
    }

    public static List<Route> of(Core core, IdempotencyKeys keys, EventStreams streams) {
        EventRoutes routes = new EventRoutes(core, streams);
        return List.of(
                new Route("POST", "/messages", keys.keeping("POST /messages", routes::send)),
                new Route("GET", "/events", routes::events));
    }

    private Answer send(Exchange exchange) {
        Fields fields = exchange.body();
        String topic = fields.text("topic");
        Json payload = fields.json("payload");
        String toApp = fields.optionalText("to_app");
        fields.noOthers().check();
        NewMessage message = new NewMessage(topic, payload == null ? new Json("null") : payload, toApp);
        String id = core.data().call(data -> data.sendMessage(exchange.credential(), message));
        return Answer.accepted(Map.of("id", id));
    }

    private Answer events(Exchange exchange) {
        Fields fields = exchange.queryFields();
        String topics = fields.optionalText("topics");
        fields.noOthers().check();
        List<String> wanted = topics == null
                ? List.of()
                : Arrays.stream(topics.split(",")).map(String::strip).toList();
        EventQuery query = new EventQuery(exchange.header("Last-Event-ID"), wanted);
        return Answer.stream(STREAM, streams.open(exchange.credential(), query));
    }
}
