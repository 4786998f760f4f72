package org.byenatos.gateway.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.byenatos.api.Credential;
import org.byenatos.api.common.Json;
import org.byenatos.gateway.rest.json.Fields;
import org.byenatos.gateway.rest.json.Mappers;
import org.jspecify.annotations.Nullable;

/** A request on its way through a route: who shows what, the path's parameters, the query, the body. */
public final class Exchange {

    /** Most bytes of a JSON body. */
    public static final int MAX_BODY = 8 * 1024 * 1024;

    /** The media type of JSON Lines. */
    public static final String NDJSON = "application/x-ndjson";

    private static final String BEARER = "bearer ";
    private static final String JSON = "application/json";

    private final HttpServletRequest request;
    private final RequestBody body;
    private final Map<String, String> path;

    Exchange(HttpServletRequest request, RequestBody body, Map<String, String> path) {
        this.request = request;
        this.body = body;
        this.path = path;
    }

    /** What the caller shows at the door. */
    public Credential credential() {
        String from = request.getRemoteAddr();
        return new Credential(token(), Loopback.isLoopback(from), from, WebSite.of(request));
    }

    /** A parameter of the path. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), "route without this parameter");
    }

    /** A parameter of the query. */
    public @Nullable String query(String name) {
        return request.getParameter(name);
    }

    /** The query's parameters as members, so that they are checked like a body. */
    public Fields queryFields() {
        ObjectNode node = Mappers.JSON.createObjectNode();
        request.getParameterMap().forEach((name, values) -> node.put(name, values[0]));
        return Fields.of(node);
    }

    /** The members of the JSON body. */
    public Fields body() {
        requireType(JSON);
        try (InputStream in = bounded()) {
            JsonNode node = Mappers.JSON.readTree(in);
            if (node == null || node.isMissingNode()) {
                throw BadRequest.notJson("it is empty");
            }
            return Fields.of(node);
        } catch (JsonProcessingException broken) {
            throw broken(broken);
        } catch (IOException gone) {
            throw BadRequest.interrupted();
        }
    }

    /** The members of the JSON body, none if there is no body. */
    public Fields optionalBody() {
        return request.getContentLengthLong() == 0 || request.getContentType() == null
                ? Fields.of(Mappers.JSON.createObjectNode())
                : body();
    }

    /** The JSON body as it is. */
    public Json json() {
        requireType(JSON, "application/merge-patch+json");
        try (InputStream in = bounded()) {
            JsonNode node = Mappers.JSON.readTree(in);
            if (node == null || node.isMissingNode()) {
                throw BadRequest.notJson("it is empty");
            }
            return new Json(node.toString());
        } catch (JsonProcessingException broken) {
            throw broken(broken);
        } catch (IOException gone) {
            throw BadRequest.interrupted();
        }
    }

    /** Whether the body is of a media type. */
    public boolean is(String type) {
        return isType(request, type);
    }

    static boolean isType(HttpServletRequest request, String type) {
        String actual = request.getContentType();
        return actual != null && type.equals(actual.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
    }

    /** Refuses a body that is none of these media types. */
    public void requireType(String... types) {
        for (String type : types) {
            if (is(type)) {
                return;
            }
        }
        throw BadRequest.mediaType(String.join(" or ", types));
    }

    /** The body, which ends with a failure when it is longer than a JSON body may be. */
    public InputStream bounded() {
        return new BoundedInput(body, MAX_BODY, "8 MiB");
    }

    /** The body, of any length. */
    public InputStream stream() {
        return body;
    }

    /** The body, of any length, out of the LZ4 frames that it comes in if it says so. */
    public InputStream lines() throws IOException {
        boolean compressed = is("application/x-lz4") || Lz4.ENCODING.equalsIgnoreCase(header("Content-Encoding"));
        return compressed ? Lz4.decoding(stream()) : stream();
    }

    /** Whether the caller wants the answer in an encoding. */
    public boolean accepts(String encoding) {
        String accepted = header("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .map(one -> one.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(one ->
                                one.equals(encoding) || (one.startsWith(encoding + ";") && !one.endsWith("q=0")));
    }

    /** What a parser's complaint becomes; it names a place and never quotes the body. */
    public static RuntimeException broken(JsonProcessingException broken) {
        var place = broken.getLocation();
        return BadRequest.notJson(
                place == null ? "unexpected end" : "line " + place.getLineNr() + ", column " + place.getColumnNr());
    }

    /** What a body that stops too early becomes. */
    public static RuntimeException gone() {
        return BadRequest.interrupted();
    }

    /** A header, {@code null} if it is not there. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    private @Nullable String token() {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return null;
        }
        return header.substring(BEARER.length()).trim();
    }
}
