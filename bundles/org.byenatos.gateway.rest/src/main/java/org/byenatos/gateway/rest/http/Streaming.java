package org.byenatos.gateway.rest.http;

import jakarta.servlet.AsyncContext;
import java.io.IOException;

/** The body of an answer that goes on after the request's thread has left. */
@FunctionalInterface
public interface Streaming {

    /** Begins to write; completes the request when it ends. Status and headers are set. */
    void begin(AsyncContext context) throws IOException;
}
