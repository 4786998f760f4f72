package org.byenatos.gateway.rest.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;

/** The REST contract: finds the route, lets it answer, and turns whatever fails into a problem document. */
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient List<Route> routes;
    private final transient CallGate gate;
    private final transient Function<RuntimeException, Answer> failures;
    private final transient BodySlots slots = new BodySlots();
    private final transient BodyBudget bodies = new BodyBudget(Duration.ofSeconds(10));

    /**
     * @param routes the calls of the contract
     * @param gate every request passes it, so that a swap of the gateway waits for them
     */
    public ApiServlet(List<Route> routes, CallGate gate) {
        this(routes, gate, Problems::of);
    }

    /**
     * @param routes the calls of the contract
     * @param gate every request passes it, so that a swap of the gateway waits for them
     * @param failures what is answered to a failure
     */
    public ApiServlet(List<Route> routes, CallGate gate, Function<RuntimeException, Answer> failures) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
        this.failures = failures;
    }

    /** @throws ModuleStoppedException if this gateway was stopped; nothing was done then */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            gate.run(() -> serve(request, response));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** The whole of a request passes the gate, its writing too: the classes for it go with the bundle. */
    private void serve(HttpServletRequest request, HttpServletResponse response) {
        try {
            Answer answer = answerAndReadOn(request, response);
            if (answer.body() instanceof Streaming streaming) {
                stream(answer, streaming, request, response);
            } else {
                Answers.write(answer, response);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Answer answerAndReadOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (RequestBody body = RequestBody.of(request, slots)) {
            Answer answer = answer(request, body);
            answer.headers().forEach(response::setHeader);
            UnreadBody.finish(body, request, response);
            return answer;
        }
    }

    private static void stream(
            Answer answer, Streaming streaming, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(answer.contentType());
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        streaming.begin(context);
    }

    private Answer answer(HttpServletRequest request, RequestBody body) {
        try {
            return dispatch(request, body);
        } catch (RuntimeException failure) {
            return failures.apply(failure);
        }
    }

    private Answer dispatch(HttpServletRequest request, RequestBody body) {
        List<String> segments = Paths.segments(request);
        Set<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Map<String, String> parameters = route.match(segments);
            if (parameters != null && route.method().equals(request.getMethod())) {
                Exchange exchange = new Exchange(request, body, parameters);
                return bodies.with(
                        BodyBudget.weight(request), () -> route.handler().handle(exchange));
            }
            if (parameters != null) {
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw BadRequest.noRoute("/" + String.join("/", segments));
        }
        throw BadRequest.method(request.getMethod(), String.join(", ", allowed));
    }
}
