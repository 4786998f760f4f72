package org.byenatos.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import org.byenatos.launcher.trial.Connection;
import org.byenatos.launcher.trial.Connections.Request;
import org.byenatos.launcher.trial.Connections.Response;

/** Calls as fast as a core can answer, on one connection, and repeats none that fails. For one thread. */
final class LoadClient {

    private static final byte[] NOTHING = {};

    private final URI base;
    private final String token;
    private Connection connection;

    /** @param client whose core and token it uses */
    LoadClient(Client client) {
        this.base = client.base();
        this.token = client.token();
    }

    Response get(String path) throws IOException {
        return send(new Request("GET", "/api/v1" + path, token, null, NOTHING));
    }

    Response post(String path, Object body) throws IOException {
        byte[] json = Client.JSON.writeValueAsString(body).getBytes(UTF_8);
        return send(new Request("POST", "/api/v1" + path, token, "application/json", json));
    }

    private Response send(Request request) throws IOException {
        if (connection == null) {
            connection = new Connection(base);
        }
        Connection used = connection;
        connection = null;
        Response response = used.send(request);
        connection = used.stays() ? used : null;
        return response;
    }
}
